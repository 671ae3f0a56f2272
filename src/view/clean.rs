//! Foreign text made harmless. Whatever a course, a compiler or a program has in its text: what comes out of here moves
//! no cursor, names no window, fills no clipboard and turns no line around. What could have is shown instead, as Rust
//! would write it: `\u{1b}[2J`.

use super::wrap;

/// What becomes of colours (`ESC [ … m`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colours {
    Drop,
    Keep,
}

/// Columns between tab stops, as in the compiler's own messages.
const TAB: usize = 4;

/// Colours with more than this behind them are none.
const LONGEST_COLOUR: usize = 40;

/// The text without anything that a terminal obeys. Lines end in `\n`, tabs are blanks.
pub fn clean(text: &str, colours: Colours) -> String {
    let mut cleaned = Cleaned {
        text: String::with_capacity(text.len()),
        column: 0,
    };
    let mut coloured = false;
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        if let Some(colour) = colour_at(rest) {
            if colours == Colours::Keep {
                cleaned.text.push_str(colour);
                coloured = colour != RESET && colour != "\u{1b}[m";
            }
            rest = &rest[colour.len()..];
        } else if rest.starts_with("\r\n") {
            rest = &rest[1..];
        } else {
            cleaned.push(letter);
            rest = &rest[letter.len_utf8()..];
        }
    }
    if coloured {
        cleaned.text.push_str(RESET);
    }
    cleaned.text
}

const RESET: &str = "\u{1b}[0m";

/// The colour that the text begins with: `ESC [`, digits with `;` or `:`, `m`.
fn colour_at(text: &str) -> Option<&str> {
    let inner = text.strip_prefix("\u{1b}[")?;
    let length = inner
        .bytes()
        .take_while(|byte| matches!(byte, b'0'..=b'9' | b';' | b':'))
        .count();
    let ends = inner.as_bytes().get(length) == Some(&b'm');
    (ends && length <= LONGEST_COLOUR).then(|| &text[..length + 3])
}

struct Cleaned {
    text: String,
    column: usize,
}

impl Cleaned {
    fn push(&mut self, letter: char) {
        match letter {
            '\n' => {
                self.text.push('\n');
                self.column = 0;
            }
            '\t' => {
                let blanks = TAB - self.column % TAB;
                self.text.extend(std::iter::repeat_n(' ', blanks));
                self.column += blanks;
            }
            letter if is_obeyed(letter) => {
                let shown = shown(letter);
                self.column += shown.len();
                self.text.push_str(&shown);
            }
            letter => {
                self.text.push(letter);
                self.column += wrap::columns(letter);
            }
        }
    }
}

/// As it would be written in a string of Rust.
fn shown(letter: char) -> String {
    match letter {
        '\0' => "\\0".to_owned(),
        '\r' => "\\r".to_owned(),
        other => other.escape_unicode().to_string(),
    }
}

/// Control characters, and those without a shape that change the order or the meaning of others.
fn is_obeyed(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            // Marks, embeddings, overrides and isolates of direction.
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
            // Line and paragraph separator, deprecated formatting, byte order mark.
            | '\u{2028}' | '\u{2029}' | '\u{206a}'..='\u{206f}' | '\u{feff}'
            // Annotations and tags, in which text can hide.
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
            // Nothing at all, in the middle of a word.
            | '\u{200b}' | '\u{2060}'
        )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(clean(text, Colours::Drop), expected, "{text:?}");
    }

    #[test]
    fn plain_text_passes() {
        for text in ["", "a\nb\n", "größer → 漢字 e\u{301} 👩\u{200d}🔧", "[31m"] {
            check(text, text);
        }
    }

    #[test]
    fn what_a_terminal_would_obey_is_shown() {
        check("\u{1b}]52;c;aGk=\u{7}", "\\u{1b}]52;c;aGk=\\u{7}");
        check("\u{1b}]0;title\u{1b}\\", "\\u{1b}]0;title\\u{1b}\\");
        check("\u{1b}[2J\u{1b}[?1049h", "\\u{1b}[2J\\u{1b}[?1049h");
        check("\u{9b}31m\u{90}q\u{9c}", "\\u{9b}31m\\u{90}q\\u{9c}");
        check("a\rb\u{8}c\0\u{7f}", "a\\rb\\u{8}c\\0\\u{7f}");
        check("ab\u{202e}cd\u{2066}", "ab\\u{202e}cd\\u{2066}");
        check("\u{1b}", "\\u{1b}");
        check("\u{1b}[38;5;", "\\u{1b}[38;5;");
    }

    #[test]
    fn colours_are_dropped_or_kept() {
        let text = "\u{1b}[1;31mred\u{1b}[0m \u{1b}[38:2::1:2:3mrgb";
        check(text, "red rgb");
        assert_eq!(clean(text, Colours::Keep), format!("{text}\u{1b}[0m"));
        let long = format!("\u{1b}[{}m", "1;".repeat(50));
        check(&long, &format!("\\u{{1b}}[{}m", "1;".repeat(50)));
    }

    #[test]
    fn line_ends_and_tabs_are_made_plain() {
        check("a\r\nb\r\n", "a\nb\n");
        check("\tx\n12\ty\n12345\tz", "    x\n12  y\n12345   z");
        check("漢\tx", "漢  x");
    }

    /// What a terminal may be given: text, line ends, and colours where they are kept.
    fn is_harmless(text: &str) -> bool {
        let mut rest = text;
        while let Some(at) = rest.find(is_obeyed) {
            rest = &rest[at..];
            match (rest.starts_with('\n'), colour_at(rest)) {
                (true, _) => rest = &rest[1..],
                (false, Some(colour)) => rest = &rest[colour.len()..],
                (false, None) => return false,
            }
        }
        true
    }

    fn nasty() -> impl Strategy<Value = String> {
        let parts = prop_oneof![
            Just("\u{1b}".to_owned()),
            Just("\u{1b}[".to_owned()),
            Just("\u{1b}]".to_owned()),
            Just("\u{1b}[31m".to_owned()),
            Just("\u{9b}".to_owned()),
            Just("\r".to_owned()),
            Just("\r\n".to_owned()),
            Just("m".to_owned()),
            "[0-9;:]{0,5}",
            any::<char>().prop_map(String::from),
            "[\u{0}-\u{ff}]{0,3}",
            "[\u{2000}-\u{206f}]{0,3}",
        ];
        proptest::collection::vec(parts, 0..30).prop_map(|parts| parts.concat())
    }

    proptest! {
        #[test]
        fn no_text_drives_the_terminal(text in nasty()) {
            let kept = clean(&text, Colours::Keep);
            prop_assert!(is_harmless(&kept), "{kept:?}");
            let dropped = clean(&text, Colours::Drop);
            prop_assert!(!dropped.contains('\u{1b}') && is_harmless(&dropped), "{dropped:?}");
            prop_assert_eq!(clean(&dropped, Colours::Drop), dropped.clone());
            prop_assert_eq!(dropped.matches('\n').count(), text.matches('\n').count());
        }

        /// Judged by somebody else: a terminal finds nothing in it to obey.
        #[test]
        fn a_terminal_parser_finds_only_colours(text in nasty()) {
            let mut seen = Obeyed::default();
            let mut terminal = vte::Parser::new();
            terminal.advance(&mut seen, clean(&text, Colours::Keep).as_bytes());
            prop_assert_eq!(seen.0, Vec::<String>::new());
        }
    }

    /// Everything that a terminal would do beside printing, line ends and colours.
    #[derive(Default)]
    struct Obeyed(Vec<String>);

    impl vte::Perform for Obeyed {
        fn execute(&mut self, byte: u8) {
            if byte != b'\n' {
                self.0.push(format!("control {byte}"));
            }
        }

        fn hook(&mut self, _: &vte::Params, _: &[u8], _: bool, _: char) {
            self.0.push("device string".into());
        }

        fn osc_dispatch(&mut self, _: &[&[u8]], _: bool) {
            self.0.push("system command".into());
        }

        fn csi_dispatch(&mut self, _: &vte::Params, between: &[u8], _: bool, action: char) {
            if action != 'm' || !between.is_empty() {
                self.0.push(format!("sequence {action}"));
            }
        }

        fn esc_dispatch(&mut self, _: &[u8], _: bool, byte: u8) {
            self.0.push(format!("escape {byte}"));
        }
    }
}
