//! The exit codes, which scripts rely on.

use std::process::{ExitCode, Termination};

/// How a command ended. Only ever added to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done, or everything that was looked at passed.
    Passed,
    /// Not yet, or unclear; or the course is unsound.
    NotYet,
    /// The words of the command line, or an answer, make no sense here.
    Usage,
    /// No course, or one that cannot be read.
    NoCourse,
    /// The toolchain or the machine lacks something.
    Broken,
    /// Ctrl-C.
    Interrupted,
}

impl Exit {
    pub fn code(self) -> u8 {
        match self {
            Exit::Passed => 0,
            Exit::NotYet => 1,
            Exit::Usage => 2,
            Exit::NoCourse => 3,
            Exit::Broken => 4,
            Exit::Interrupted => 130,
        }
    }
}

impl Termination for Exit {
    fn report(self) -> ExitCode {
        ExitCode::from(self.code())
    }
}
