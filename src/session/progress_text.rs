//! Progress as a text file: TOML that a person can read, edit and merge, and that survives everything else.
//!
//! ```toml
//! version = 1
//! course = "rust"
//! here = "copy_or_move"
//!
//! [exercises.handed_over]
//! state = "done"
//! attempts = 3
//! done_at = 2026-11-21T04:21:07Z
//! ```
//!
//! What this version does not know (keys, tables, comments) stays as it is when the file is written again, and so do
//! line ends and byte order mark. A file that a newer version wrote is not touched.

mod merge;
mod moment;
mod reading;
mod writing;

use std::fmt;

pub use merge::merge;
pub use reading::read;
pub use writing::write;

/// The version that is written. It is raised only when an older `tutor` would lose something by writing.
pub const VERSION: i64 = 1;

/// Why a text is no progress.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProgressError {
    /// A newer `tutor` wrote it: do not write, keep progress in memory.
    Newer { version: i64 },
    /// Git left both sides of a merge in it.
    Unmerged { line: usize },
    /// It cannot be understood. The line is counted from 1.
    Corrupt { line: usize, what: String },
}

impl fmt::Display for ProgressError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ProgressError::Newer { version } => {
                write!(
                    f,
                    "a newer tutor wrote it (version {version}, this tutor knows {VERSION})"
                )
            }
            ProgressError::Unmerged { line } => {
                write!(
                    f,
                    "line {line}: git left both sides of a merge; keep the lines of both and take the marks out"
                )
            }
            ProgressError::Corrupt { line, what } => write!(f, "line {line}: {what}"),
        }
    }
}

impl std::error::Error for ProgressError {}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
