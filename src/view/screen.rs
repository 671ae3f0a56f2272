//! What a screen says, before it is known how large the window is. [`super::layout`] makes lines of it.

use super::frame::Frame;
use super::text::{Line, Role};

/// One screen of the sitting: facts in, no widths.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Screen {
    pub header: Header,
    /// The goal as it stands in the file, without its title. Shrinks to its last line: the limits.
    pub goal: Vec<String>,
    pub says: Option<Says>,
    /// The evidence, most important first.
    pub blocks: Vec<Block>,
    /// One thing to do. Each line begins a row of its own; all but the first give way when rows are scarce.
    pub next: Vec<Line>,
    /// The most useful first. [`super::footer`] shows as many as fit, at most five.
    pub keys: Vec<Key>,
    /// At the right end of the last row: how long the check took.
    pub right: String,
}

/// The first row: words at the left, and at the right the fullest of several forms that fits.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Header {
    pub left: Line,
    /// From the longest to the shortest.
    pub right: Vec<String>,
}

/// One word, and what it means here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Says {
    pub word: Word,
    /// The verdict, then how it relates to the exercise.
    pub sentences: Vec<String>,
}

/// The word in capitals. At most seven letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    Looking,
    NotYet,
    Done,
    Predict,
    Stopped,
    /// Not the learner's fault.
    Trouble,
}

impl Word {
    pub fn text(self) -> &'static str {
        match self {
            Word::Looking => "LOOKING",
            Word::NotYet => "NOT YET",
            Word::Done => "DONE",
            Word::Predict => "PREDICT",
            Word::Stopped => "STOPPED",
            Word::Trouble => "TROUBLE",
        }
    }

    pub fn role(self) -> Role {
        match self {
            Word::Done => Role::Good,
            Word::Looking => Role::Quiet,
            Word::NotYet | Word::Predict | Word::Stopped => Role::Pending,
            Word::Trouble => Role::Refused,
        }
    }
}

/// Rows that belong together; a blank line stands between two blocks while there is room.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Block {
    pub rows: Vec<Row>,
    /// Its first row is a title that gives way before anything is put on a second page.
    pub titled: bool,
}

impl Block {
    pub fn of(rows: impl IntoIterator<Item = Row>) -> Block {
        Block {
            rows: rows.into_iter().collect(),
            titled: false,
        }
    }

    pub fn words(text: impl Into<String>) -> Block {
        Block::of([Row::words(text)])
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    Text(Paragraph),
    /// Source lines with marks under them.
    Code(Frame),
    /// Two cells: the right one at a column of its own where it fits, else below.
    Pair(Pair),
    /// What a program printed, or code without marks: every blank counts.
    Raw(Raw),
    /// Lines as they were written, where all of them fit; else as paragraphs.
    Prose(Vec<String>),
    /// One line of code; what does not fit stands below it, further in.
    Line(Line),
    /// Markdown, such as the compiler's explanations.
    Markdown(String),
}

impl Row {
    /// Words from column 2 on.
    pub fn words(text: impl Into<String>) -> Row {
        Row::line(Line::plain(text))
    }

    pub fn line(words: Line) -> Row {
        Row::Text(Paragraph {
            lead: Line::default(),
            hang: 1,
            words,
        })
    }

    /// `lead` at the left, the words beside it from column `hang` (counted from 0) on.
    pub fn led(lead: Line, hang: usize, words: Line) -> Row {
        Row::Text(Paragraph { lead, hang, words })
    }

    /// Words from column `hang` on.
    pub fn indented(hang: usize, text: impl Into<String>) -> Row {
        Row::led(Line::default(), hang, Line::plain(text))
    }

    /// A piece of code, or a line that a program printed, behind a bar.
    pub fn barred(text: impl Into<String>) -> Row {
        Row::Raw(Raw {
            indent: 4,
            barred: true,
            by_words: false,
            text: text.into(),
        })
    }

    /// A message of a program, behind a bar.
    pub fn quoted(text: impl Into<String>) -> Row {
        Row::Raw(Raw {
            indent: 4,
            barred: true,
            by_words: true,
            text: text.into(),
        })
    }
}

/// Words that are cut to the width, with something standing before their first line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Paragraph {
    pub lead: Line,
    /// Where the words begin, in every line; counted from 0.
    pub hang: usize,
    pub words: Line,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pair {
    pub lead: Line,
    pub hang: usize,
    pub left: Line,
    /// The column of the right cell.
    pub at: usize,
    pub right: Line,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Raw {
    pub indent: usize,
    pub barred: bool,
    /// Cut between words where it is too long: a message, in which blanks do not count.
    pub by_words: bool,
    pub text: String,
}

/// A key and what it does.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Key {
    pub press: String,
    pub does: String,
    /// Where `does` is too long.
    pub short: Option<String>,
}

impl Key {
    pub fn new(press: &str, does: &str) -> Key {
        Key {
            press: press.to_owned(),
            does: does.to_owned(),
            short: None,
        }
    }

    #[must_use]
    pub fn or(mut self, short: &str) -> Key {
        self.short = Some(short.to_owned());
        self
    }
}
