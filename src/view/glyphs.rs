//! The few drawn characters, and their twins for terminals that cannot be trusted with them.

/// Which characters may be drawn. Box characters only after the terminal has shown that each takes one column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Charset {
    #[default]
    Boxes,
    Ascii,
}

impl Charset {
    /// A rule, and the underline of what is not refused.
    pub fn horizontal(self) -> char {
        self.pick('─', '-')
    }

    /// Between line numbers and code; a lane that goes on.
    pub fn vertical(self) -> char {
        self.pick('│', '|')
    }

    /// A lane begins.
    pub fn opens(self) -> char {
        self.pick('┌', '.')
    }

    /// A lane ends.
    pub fn closes(self) -> char {
        self.pick('└', '\'')
    }

    fn pick(self, boxed: char, ascii: char) -> char {
        match self {
            Charset::Boxes => boxed,
            Charset::Ascii => ascii,
        }
    }
}
