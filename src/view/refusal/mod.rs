//! What an error says, in one plain sentence, and what to do next. Made from codes, spans and labels; where these
//! leave a doubt there is a general sentence instead: never a wrong one.

mod borrows;
mod grammar;
mod items;
mod lifetimes;
mod moves;
mod names;
mod next;
mod patterns;
mod types;

pub use moves::lender_and_part;
pub use next::next;

use super::program::{self, Program};
use crate::check::diagnostic::{Diagnostic, Span};

/// One sentence about an error that stands in `line` of the program.
pub fn sentence(error: &Diagnostic, line: usize, program: &Program<'_>) -> String {
    let told = Told {
        error,
        line,
        program,
    };
    told.sentence()
        .unwrap_or_else(|| format!("The compiler refuses line {line}."))
}

/// What a sentence may be made from.
#[derive(Clone, Copy)]
struct Told<'a> {
    error: &'a Diagnostic,
    /// Where the error stands.
    line: usize,
    program: &'a Program<'a>,
}

impl<'a> Told<'a> {
    fn sentence(self) -> Option<String> {
        let code = self.error.code.as_deref();
        let rooms = [
            moves::sentence,
            borrows::sentence,
            lifetimes::sentence,
            names::sentence,
            types::sentence,
            patterns::sentence,
            items::sentence,
        ];
        match code {
            Some(code) => rooms.iter().find_map(|sentence| sentence(self, code)),
            None => grammar::sentence(self),
        }
    }

    /// Whether the headline has this fragment.
    fn says(self, fragment: &str) -> bool {
        self.error.message.contains(fragment)
    }

    /// The `n`th part of the headline that stands between backticks.
    fn tick(self, n: usize) -> Option<&'a str> {
        program::ticks(&self.error.message).get(n).copied()
    }

    /// `{line}`, `{1}` and `{2}` replaced by the line and by what the headline names; none where it names too little.
    fn filled(self, words: &str) -> Option<String> {
        let mut text = words.replace("{line}", &self.line.to_string());
        for (place, tick) in [("{1}", 0), ("{2}", 1)] {
            if text.contains(place) {
                text = text.replace(place, self.tick(tick)?);
            }
        }
        Some(text)
    }

    /// What the first label with this fragment stands at.
    fn label(self, fragment: &str) -> Option<&'a Span> {
        program::labelled(self.error, fragment)
    }

    /// The line that it stands in, where that is a line of the program as it was written.
    fn label_line(self, fragment: &str) -> Option<usize> {
        let span = self.label(fragment)?;
        self.program.wrote(span).then_some(span.line_start)
    }

    /// The label of the first primary span.
    fn primary_label(self) -> Option<&'a str> {
        program::primary(self.error)?.label.as_deref()
    }

    /// The source under the first primary span.
    fn under(self) -> Option<String> {
        program::under(program::primary(self.error)?)
    }
}

/// Whether this is one name: letters, figures and `_`.
fn is_name(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|letter| letter.is_alphanumeric() || letter == '_')
}
