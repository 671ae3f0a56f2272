//! What the user of this machine has let run its code: a small text, one line for each course. A line is a key of 64
//! hexadecimal digits, and after it words that only people read.

/// The text is read once and only ever added to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Trusted(String);

const HEAD: &str = "\
# Courses whose code tutor may run on this machine. Delete a line to be asked again.
";

impl Trusted {
    pub fn read(text: impl Into<String>) -> Trusted {
        Trusted(text.into())
    }

    pub fn contains(&self, key: &str) -> bool {
        let keys = self.0.lines().filter_map(|line| line.split(' ').next());
        is_key(key) && keys.into_iter().any(|known| known == key)
    }

    /// The whole text with one more line. `about` is for people: control characters in it become blanks.
    pub fn with(&self, key: &str, about: &str) -> String {
        let mut text = if self.0.is_empty() {
            HEAD.to_owned()
        } else {
            self.0.clone()
        };
        if !text.ends_with('\n') {
            text.push('\n');
        }
        let about = about.replace(char::is_control, " ");
        text.push_str(&format!("{key}  {about}\n"));
        text
    }
}

fn is_key(word: &str) -> bool {
    word.len() == 64 && word.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = "1111111111111111111111111111111111111111111111111111111111111111";
    const TWO: &str = "2222222222222222222222222222222222222222222222222222222222222222";

    #[test]
    fn what_was_added_is_known_and_nothing_else() {
        let text = Trusted::default().with(ONE, "ferry: A course about a ferry");
        let known = Trusted::read(text);
        assert!(known.contains(ONE));
        assert!(!known.contains(TWO));
        assert!(Trusted::read(known.with(TWO, "another")).contains(ONE));
    }

    #[test]
    fn words_cannot_bring_a_key_of_their_own() {
        let text = Trusted::default().with(ONE, &format!("x\n{TWO}  y"));
        assert!(!Trusted::read(text).contains(TWO));
    }

    #[test]
    fn an_empty_key_is_never_known() {
        assert!(!Trusted::read("\n\n# a\n").contains(""));
        assert!(!Trusted::read("# a\n").contains("#"));
    }

    #[test]
    fn a_text_without_its_last_line_end_loses_nothing() {
        let known = Trusted::read(format!("{ONE}  a"));
        assert!(Trusted::read(known.with(TWO, "b")).contains(ONE));
    }
}
