//! A learner's program, as far as the words need it: which files are its own, and what the saved text says.

use crate::check::diagnostic::{Diagnostic, Span};

/// The files of an exercise and the saved text of the first one.
#[derive(Debug, Clone, Copy)]
pub struct Program<'a> {
    /// As diagnostics name them.
    pub files: &'a [String],
    pub text: &'a str,
}

impl Program<'_> {
    pub fn owns(&self, file: &str) -> bool {
        self.files.iter().any(|own| own == file)
    }

    /// The line of the first file, counted from 1.
    pub fn line(&self, number: usize) -> Option<&str> {
        self.text.lines().nth(number.checked_sub(1)?)
    }

    /// How often `name` stands in the text as a whole word.
    pub fn count(&self, name: &str) -> usize {
        let inside = |letter: char| letter.is_alphanumeric() || letter == '_';
        let whole = |&(at, found): &(usize, &str)| {
            let before = self.text[..at].chars().next_back();
            let after = self.text[at + found.len()..].chars().next();
            !before.is_some_and(inside) && !after.is_some_and(inside)
        };
        self.text.match_indices(name).filter(whole).count()
    }

    /// The span itself, or the call of the macro that it came from: the first that lies in a file of the program.
    pub fn own<'s>(&self, span: &'s Span) -> Option<&'s Span> {
        let mut place = span;
        while !self.owns(&place.file) {
            place = place.expansion.as_deref()?;
        }
        Some(place)
    }

    /// Whether the span stands in the text as it was written, and not inside the definition of a macro: then every
    /// call that it came through, and that lies in the program, contains it.
    pub fn wrote(&self, span: &Span) -> bool {
        let contains = |outer: &Span| {
            outer.file == span.file
                && (outer.line_start, outer.column_start) <= (span.line_start, span.column_start)
                && (span.line_end, span.column_end) <= (outer.line_end, outer.column_end)
        };
        let calls =
            std::iter::successors(span.expansion.as_deref(), |call| call.expansion.as_deref());
        self.owns(&span.file) && calls.filter(|call| self.owns(&call.file)).all(contains)
    }
}

/// The parts of a message that stand between backticks.
pub fn ticks(message: &str) -> Vec<&str> {
    message.split('`').skip(1).step_by(2).collect()
}

/// The first span whose label has this fragment.
pub fn labelled<'a>(error: &'a Diagnostic, fragment: &str) -> Option<&'a Span> {
    let has = |span: &&Span| {
        span.label
            .as_deref()
            .is_some_and(|label| label.contains(fragment))
    };
    error.spans.iter().find(has)
}

/// The first primary span.
pub fn primary(error: &Diagnostic) -> Option<&Span> {
    error.spans.iter().find(|span| span.primary)
}

/// The source under a span that lies in one line.
pub fn under(span: &Span) -> Option<String> {
    let line = span
        .text
        .first()
        .filter(|_| span.line_start == span.line_end)?;
    let letters = line.chars().skip(span.column_start.checked_sub(1)?);
    Some(
        letters
            .take(span.column_end.checked_sub(span.column_start)?)
            .collect(),
    )
}

/// The source under a span, up to the end of its first line.
pub fn begins(span: &Span) -> Option<String> {
    let line = span.text.first()?;
    Some(
        line.chars()
            .skip(span.column_start.checked_sub(1)?)
            .collect(),
    )
}

/// The names of a place as people write them: `*permits` is `permits`, `levels[_]` is `levels`.
pub fn plain_name(place: &str) -> &str {
    let place = place.trim_start_matches('*');
    place.split('[').next().unwrap_or(place)
}

/// `Vec<String>` of `std::vec::Vec<std::string::String>`.
pub fn short_type(name: &str) -> String {
    let mut short = String::new();
    let mut word = String::new();
    let mut letters = name.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter.is_alphanumeric() || letter == '_' {
            word.push(letter);
        } else if letter == ':' && letters.peek() == Some(&':') && !word.is_empty() {
            letters.next();
            word.clear();
        } else {
            short.push_str(&word);
            word.clear();
            short.push(letter);
        }
    }
    short + &word
}

/// A text in which the names of the standard library have lost their paths: `Vec<T>` for `std::vec::Vec<T>`.
pub fn without_std_paths(text: &str) -> String {
    let mut short = String::new();
    let mut rest = text;
    while let Some(at) = ["std::", "core::", "alloc::"]
        .iter()
        .filter_map(|path| rest.find(path))
        .min()
    {
        let inside = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == ':';
        let begins = !rest[..at].ends_with(inside);
        let path = &rest[at..];
        let end = path.find(|letter| !inside(letter)).unwrap_or(path.len());
        let name = path[..end]
            .trim_end_matches(':')
            .rsplit("::")
            .next()
            .unwrap_or_default();
        short.push_str(&rest[..at]);
        short.push_str(if begins { name } else { &path[..end] });
        if begins && path[..end].ends_with("::") {
            short.push_str("::");
        }
        rest = &path[end..];
    }
    short + rest
}

/// A type as it stands in a sentence: in backticks, but for the compiler's words for numbers without a type.
pub fn said_type(name: &str) -> String {
    match name {
        "{integer}" => "an integer".to_owned(),
        "{float}" => "a floating-point number".to_owned(),
        _ => format!("`{}`", short_type(name)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_lose_the_path_of_each_of_their_names() {
        assert_eq!(
            short_type("std::vec::Vec<std::string::String>"),
            "Vec<String>"
        );
        assert_eq!(short_type("&'static str"), "&'static str");
        assert_eq!(
            short_type("{closure@main.rs:6:32: 6:39}"),
            "{closure@main.rs:6:32: 6:39}"
        );
        assert_eq!(short_type("<I as Iterator>::Item"), "<I as Iterator>::Item");
    }

    #[test]
    fn places_are_named_as_they_are_written() {
        assert_eq!(plain_name("*permits"), "permits");
        assert_eq!(plain_name("levels[_]"), "levels");
        assert_eq!(plain_name("self.till"), "self.till");
    }

    #[test]
    fn only_paths_of_the_standard_library_are_shortened() {
        let label =
            "expected `std::option::Option<till::Voucher>` (mystd::x), not std::vec::Vec::<u8>";
        assert_eq!(
            without_std_paths(label),
            "expected `Option<till::Voucher>` (mystd::x), not Vec::<u8>"
        );
    }

    #[test]
    fn only_whole_words_count() {
        let program = Program {
            files: &[],
            text: "let humid = humidity; // humidity",
        };
        assert_eq!(program.count("humidity"), 2);
        assert_eq!(program.count("humid"), 1);
    }
}
