//! What the compiler said, from its JSON lines; tolerant of everything a future version may send.

/// One error, warning, note or help.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Diagnostic {
    pub level: Severity,
    /// `E0382`, `clippy::ptr_arg`, `unused_must_use`; none for syntax and some lifetime errors.
    pub code: Option<String>,
    /// rustc's headline, word for word.
    pub message: String,
    pub spans: Vec<Span>,
    /// Notes and helps that belong to it.
    pub children: Vec<Diagnostic>,
    /// As rustc would have printed it, without colours.
    pub rendered: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, PartialOrd, Ord)]
pub enum Severity {
    Error,
    Warning,
    #[default]
    Note,
    Help,
}

/// A place in a file that a diagnostic speaks of. Lines and columns count from 1, columns in characters;
/// `column_end` is the column after the last one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Span {
    pub file: String,
    pub line_start: usize,
    pub line_end: usize,
    pub column_start: usize,
    pub column_end: usize,
    pub primary: bool,
    pub label: Option<String>,
    /// The source lines that it touches, as the compiler read them.
    pub text: Vec<String>,
    /// What rustc would put there instead, and whether it is sure.
    pub suggestion: Option<Suggestion>,
    /// Where the macro that produced it was called, if it came from one.
    pub expansion: Option<Box<Span>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    pub replacement: String,
    pub machine_applicable: bool,
}
