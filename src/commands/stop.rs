//! A command that ends early, for a reason that a person can do something about.

use std::error::Error;
use std::fmt;

use super::exit::Exit;
use crate::check::verdict::Fault;
use crate::view::faults;
use crate::view::text::Line;

/// How it ends, and all that is said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    pub exit: Exit,
    pub lines: Vec<Line>,
}

impl Stop {
    pub fn new(exit: Exit, lines: Vec<Line>) -> Stop {
        Stop { exit, lines }
    }

    /// The machine lacks something.
    pub fn broken(fault: Fault) -> Stop {
        Stop::new(Exit::Broken, faults::broken(&fault))
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<String> = self.lines.iter().map(Line::text).collect();
        f.write_str(&lines.join("\n"))
    }
}

impl Error for Stop {}
