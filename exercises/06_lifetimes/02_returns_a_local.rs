//! Returns a local
//! A conference prints badges from what guests write on a form. `name_on` lends
//! out a part of the form, and that is fine. `badge` makes a new text and wants to
//! lend out that: but who would keep it? Change only `badge`; what it returns may
//! be of another type. Not allowed: `leak`, which never frees the text.

/// The name without the blanks around it: a view of the form.
/// There is only one input to lie in, so Rust needs no lifetime name here.
fn name_on(form: &str) -> &str {
    form.trim()
}

// TODO: `text` is made in here. Who has it when `badge` is over?
fn badge(form: &str) -> &str {
    let text = format!("[ {} ]", name_on(form));
    &text
}

/// Two badges side by side, for the printer.
fn sheet(left: &str, right: &str) -> String {
    let left = badge(left);
    let right = badge(right);
    format!("{left} {right}")
}

fn main() {
    println!("{}", sheet(" Mia Sund ", "Jun Abe"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_badge_has_the_name_in_brackets() {
        assert_eq!(badge("Jun Abe"), "[ Jun Abe ]", "the badge of Jun Abe");
    }

    #[test]
    fn blanks_around_the_name_are_left_out() {
        assert_eq!(name_on("  Mia Sund "), "Mia Sund", "the name on the form");
        assert_eq!(badge("  Mia Sund "), "[ Mia Sund ]", "the badge of Mia");
    }

    #[test]
    fn a_badge_is_made_for_whoever_comes() {
        for number in 1..=3 {
            let guest = format!("Guest {number}");
            let expected = format!("[ {guest} ]");
            assert_eq!(badge(&guest), expected, "the badge of a late guest");
        }
    }

    #[test]
    fn two_badges_are_two_texts() {
        let both = sheet("Mia Sund", "Jun Abe");
        assert_eq!(both, "[ Mia Sund ] [ Jun Abe ]", "the sheet");
    }

    #[test]
    fn an_empty_form_makes_an_empty_badge() {
        assert_eq!(badge(" "), "[  ]", "the badge of nobody");
    }
}
