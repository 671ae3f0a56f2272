//! Runs of a learner's program, and how one ended.

use std::ffi::OsString;
use std::path::Path;
use std::time::Duration;

use crate::check::job::{End, Ended};
use crate::check::judge;
use crate::check::judge::tests_run;
use crate::check::plan::{self, Run};
use crate::check::verdict::{Crash, Printed, Reason};
use crate::system::process::{self, Cancel};
use crate::system::scratch::Scratch;

use super::{Engine, Step, compiler};

/// A program to run in a check's scratch folder.
pub(super) struct Program<'a> {
    pub(super) path: &'a Path,
    pub(super) args: Vec<OsString>,
    pub(super) stdin: Option<Vec<u8>>,
    pub(super) timeout: Duration,
}

impl Engine {
    /// Runs what was compiled, which cannot read its own text any more: the marks that prove an end stand there.
    /// What an earlier run has reported says nothing of this one. A cancelled run ends the check, and so does a program
    /// that the system does not start.
    pub(super) fn run(
        &self,
        scratch: &Scratch,
        program: Program<'_>,
        cancel: &Cancel,
    ) -> Step<Ended> {
        scratch
            .clear_source()
            .and_then(|()| scratch.clear_report())
            .map_err(|error| compiler::no_space(&self.folder, &error))?;
        let cwd = scratch.run();
        let Program {
            path,
            args,
            stdin,
            timeout,
        } = program;
        let run = Run {
            program: path,
            cwd: &cwd,
            args,
            stdin,
            timeout,
        };
        let ended = process::run(&plan::run(&self.tools, run), cancel);
        match &ended.end {
            End::Cancelled => Err(Box::new(compiler::cancelled())),
            End::NotStarted { why, .. } => {
                Err(Box::new(judge::broken(tests_run::not_started(why))))
            }
            _ => Ok(ended),
        }
    }
}

/// Why a program's end is not the wanted one. `file`: whose lines are the learner's.
pub(super) fn ended_badly(
    ended: &Ended,
    wanted: i32,
    limit: Duration,
    printed: &Printed,
    file: &str,
) -> Option<Reason> {
    let printed = printed.clone();
    match &ended.end {
        End::Exited(code) if *code == wanted => None,
        End::Exited(_) | End::Signal(_) => Some(Reason::Crashed {
            how: crash(ended, wanted, file),
            printed,
        }),
        End::TimedOut => Some(Reason::Hangs {
            test: None,
            line: None,
            limit,
            printed,
        }),
        End::Flooded => Some(Reason::Floods { printed }),
        End::Cancelled | End::NotStarted { .. } => None,
    }
}

/// What a process that ended badly has died of.
pub(super) fn crash(ended: &Ended, wanted: i32, file: &str) -> Crash {
    let stderr = ended.stderr.text();
    match &ended.end {
        End::Exited(101) if stderr.contains("panicked at ") => panicked(&stderr, file),
        End::Exited(code) => tests_run::crash_of_exit(*code, wanted, &stderr),
        End::Signal(signal) => tests_run::crash_of_signal(*signal, &stderr),
        _ => Crash::Exit {
            code: 0,
            expected: wanted,
        },
    }
}

/// `thread 'main' panicked at FILE:LINE:COLUMN:` and the message below it.
fn panicked(stderr: &str, file: &str) -> Crash {
    let after = stderr
        .split_once("panicked at ")
        .map_or("", |(_, after)| after);
    let (place, rest) = after.split_once('\n').unwrap_or((after, ""));
    let mut parts = place.trim_end_matches(':').rsplitn(3, ':');
    let line = parts.nth(1).and_then(|line| line.parse().ok());
    let own = parts.next().is_some_and(|path| path.ends_with(file));
    let message: Vec<&str> = rest
        .lines()
        .take_while(|line| !line.starts_with("note: run with"))
        .collect();
    Crash::Panic {
        message: message.join("\n").trim().to_owned(),
        line: line.filter(|_| own),
    }
}
