//! Everything that can happen to a sitting, and everything that it can want done. Both lists are closed.

use std::fmt;

use crate::check::verdict::Checked;

/// The number of a check in a sitting. Results of any but the newest are dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub struct Run(pub u64);

/// The hash of an exercise's bytes on disk, in hexadecimal; one of its own for a file that is not there.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bytes(pub String);

impl fmt::Debug for Bytes {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:.8}", self.0)
    }
}

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// The sitting begins.
    Started,
    /// The files of an exercise are watched now; this is what they are.
    Entered {
        exercise: usize,
        bytes: Bytes,
    },
    /// The files of the exercise are other ones now, or may be: a hint, the hash decides.
    Saved {
        exercise: usize,
        bytes: Bytes,
    },
    /// A check has read these bytes and goes on.
    CheckBegan {
        run: Run,
        bytes: Bytes,
    },
    /// A check has ended; `text` is the main file as it was checked.
    CheckFinished {
        run: Run,
        bytes: Bytes,
        text: String,
        checked: Box<Checked>,
    },
    Key(Key),
    /// A line that was typed where keys cannot be read.
    Command(String),
    /// The window has another size.
    Resized,
    /// The screen was drawn, and has so many pages.
    Drawn {
        pages: usize,
    },
    /// Some time has passed.
    Tick,
    /// The text of an exercise's solution; none where the course has none.
    Solution {
        exercise: usize,
        text: Option<String>,
    },
    /// What the compiler says of a code, or why it said nothing.
    Explained {
        code: String,
        text: Result<String, String>,
    },
    /// The exercise is as it was at first; the learner's text is kept at this place.
    WasReset {
        kept: Option<String>,
    },
    /// Something that was wanted could not be done, in a sentence.
    Failed {
        words: String,
    },
    /// Another process has changed the progress, and may have moved on to an exercise.
    Elsewhere {
        exercise: Option<usize>,
    },
    /// No more commands will come.
    InputEnded,
}

/// A key, without its terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    Char(char),
    Enter,
    Esc,
    Tab,
    Backspace,
    Up,
    Down,
    PageUp,
    PageDown,
    Home,
    End,
    /// Ctrl-C and Ctrl-D.
    Leave,
}

/// What is to be done. Effects of one event are done in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Watch this exercise's files, and tell with [`Event::Entered`] what they are.
    Enter {
        exercise: usize,
    },
    /// Read, check, and tell with [`Event::CheckBegan`] and [`Event::CheckFinished`].
    StartCheck {
        run: Run,
        exercise: usize,
    },
    CancelCheck {
        run: Run,
    },
    /// Draw the screen.
    Show,
    SaveProgress,
    /// Write the editor's manifest: what is done, and what is current.
    WriteManifest,
    /// The exercise is done: put its solution where the learner finds it, and tell it with [`Event::Solution`].
    ReleaseSolution {
        exercise: usize,
    },
    /// Tell the solution with [`Event::Solution`], and leave it where it is.
    ReadSolution {
        exercise: usize,
    },
    OpenEditor {
        exercise: usize,
        line: Option<usize>,
    },
    /// An offline page, such as `book/ch04-02-references-and-borrowing.html`.
    OpenDocs {
        page: String,
    },
    /// Tell with [`Event::Explained`] what the compiler says of a code.
    Explain {
        code: String,
    },
    /// Put the exercise back as it was at first, keep what is there, and tell with [`Event::WasReset`].
    Reset {
        exercise: usize,
    },
    /// The sitting is over.
    Quit,
}
