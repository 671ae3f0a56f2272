//! Chain it
//! A ski school hands out skis by what its form says: 15 cm less than the child is
//! tall, from 90 to 210 cm. If the form is blank, or says what cannot be, they are
//! 120 cm. `by_steps` does that. Let `ski_length` do the same, in one chain.
//! Change only `ski_length`. Not allowed in it: `match`, `if`, `unwrap`.

/// Given: the number in a text, if it is one and nothing else.
fn number(text: &str) -> Option<u32> {
    text.trim().parse().ok()
}

/// Given, and right. But what happens without a number is said three times.
fn by_steps(form: Option<&str>) -> u32 {
    match form {
        None => 120,
        Some(text) => match number(text) {
            None => 120,
            Some(height) => {
                let usual = (90..=210).contains(&height);
                if usual { height - 15 } else { 120 }
            }
        },
    }
}

// Methods of an Option. `|x| …` is a small function without a name: x goes in.
//   .map(|x| …)       works on what is inside; on None it does nothing
//   .and_then(f)      the same, for an `f` that may itself find nothing
//   .filter(|x| …)    keeps what passes, else None; `x` is only lent to it
//   .unwrap_or(v)     ends the chain: what is inside or, without it, `v`
fn ski_length(form: Option<&str>) -> u32 {
    // TODO: one chain of these four methods, that begins with `form`.
    todo!()
}

fn main() {
    for form in [Some(" 132 "), Some("tall"), Some("900"), None] {
        println!("{form:?}: {} cm", by_steps(form));
    }
    println!("in one chain: {} cm", ski_length(Some(" 132 ")));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_skis_are_fifteen_centimetres_shorter_than_the_child() {
        assert_eq!(ski_length(Some("132")), 117, "skis for 132 cm");
        assert_eq!(ski_length(Some(" 150 ")), 135, "skis for 150 cm");
    }

    #[test]
    fn a_blank_form_gives_skis_of_120() {
        assert_eq!(ski_length(None), 120, "skis without a form");
        assert_eq!(ski_length(Some("")), 120, "skis for an empty form");
    }

    #[test]
    fn what_is_no_number_gives_skis_of_120() {
        assert_eq!(ski_length(Some("tall")), 120, "skis for `tall`");
        assert_eq!(ski_length(Some("1.32")), 120, "skis for `1.32`");
    }

    #[test]
    fn a_height_that_cannot_be_gives_skis_of_120() {
        assert_eq!(ski_length(Some("7")), 120, "skis for 7 cm");
        assert_eq!(ski_length(Some("900")), 120, "skis for 900 cm");
    }

    #[test]
    fn ninety_and_two_hundred_and_ten_are_just_right() {
        for height in [89, 90, 91, 209, 210, 211] {
            let form = height.to_string();
            let found = ski_length(Some(&form));
            assert_eq!(found, by_steps(Some(&form)), "skis for {height} cm");
        }
    }
}
