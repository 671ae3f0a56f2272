//! Text as a person reads it: lines of labelled spans. One writer, in `system::terminal`, turns them into bytes.

use unicode_width::UnicodeWidthStr;

/// What a span is, never what colour it has. No meaning is carried by a role alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Role {
    #[default]
    Plain,
    /// A key to press, a title.
    Strong,
    /// Less important than the rest.
    Quiet,
    /// The word `DONE`, `ok`.
    Good,
    /// The word `NOT YET`.
    Pending,
    /// `X` and `^^^`.
    Refused,
    /// The lane of a loan picture.
    Lane,
    /// A path that a terminal may make a link of.
    Path,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Hash)]
pub struct Span {
    pub text: String,
    pub role: Role,
    /// For [`Role::Path`]: what the link leads to.
    pub link: Option<String>,
}

/// One line, without its end.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash)]
pub struct Line(pub Vec<Span>);

impl Line {
    pub fn plain(text: impl Into<String>) -> Line {
        Line::of(text, Role::Plain)
    }

    pub fn of(text: impl Into<String>, role: Role) -> Line {
        Line::default().and(text, role)
    }

    #[must_use]
    pub fn and(mut self, text: impl Into<String>, role: Role) -> Line {
        let text = text.into();
        if !text.is_empty() {
            self.0.push(Span {
                text,
                role,
                link: None,
            });
        }
        self
    }

    /// This line, and the other one behind it.
    #[must_use]
    pub fn then(mut self, other: Line) -> Line {
        self.0.extend(other.0);
        self
    }

    /// Columns that it takes in a terminal.
    pub fn width(&self) -> usize {
        self.0
            .iter()
            .map(|span| UnicodeWidthStr::width(span.text.as_str()))
            .sum()
    }

    /// The text alone, as plain mode and tests see it.
    pub fn text(&self) -> String {
        self.0.iter().map(|span| span.text.as_str()).collect()
    }
}
