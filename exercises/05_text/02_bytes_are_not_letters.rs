//! Bytes are not letters
//! A night train hangs a card at each bed: the first letter of the traveller's
//! name, and '?' where there is no name. Names of at most six letters go on a
//! small card, longer ones on a wide card.
//! Change only the bodies of `initial` and `fits_small`.

// TODO: a card shows letters. Both of these look at bytes instead.

/// The letter that stands large on the card.
fn initial(name: &str) -> char {
    name[0]
}

/// Is there room for this name on a small card?
fn fits_small(name: &str) -> bool {
    name.len() <= 6
}

fn card(name: &str) -> String {
    let size = if fits_small(name) { "small" } else { "wide" };
    format!("{} on a {size} card", initial(name))
}

fn main() {
    println!("bed 1: {}", card("Øyvind"));
    println!("bed 2: {}", card("李"));
    println!("bed 3: {}", card("Marguerite"));
    println!("bed 4: {}", card(""));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_name_gives_its_first_letter() {
        assert_eq!(initial("Marguerite"), 'M', "the letter for Marguerite");
        assert_eq!(card("Ada"), "A on a small card", "the card of Ada");
    }

    #[test]
    fn a_letter_of_several_bytes_stays_whole() {
        assert_eq!(initial("Øyvind"), 'Ø', "the letter for Øyvind");
        assert_eq!(initial("李"), '李', "the letter for 李");
    }

    #[test]
    fn six_letters_fit_on_a_small_card_however_many_bytes_they_take() {
        assert!(
            fits_small("Øyvind"),
            "Øyvind has six letters, so it is small"
        );
        assert!(
            fits_small("Łukasz"),
            "Łukasz has six letters, so it is small"
        );
    }

    #[test]
    fn seven_letters_need_a_wide_card() {
        assert!(!fits_small("Mariana"), "Mariana has seven letters");
        assert!(!fits_small("Þórhall"), "Þórhall has seven letters");
    }

    #[test]
    fn a_bed_without_a_name_gets_a_question_mark() {
        assert_eq!(initial(""), '?', "the letter for nobody");
        assert_eq!(card(""), "? on a small card", "the card of nobody");
    }
}
