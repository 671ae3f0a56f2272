//! Programs that are no jobs: the learner's own editor or browser. They get the learner's own environment and no limits.

use std::ffi::OsString;
use std::io;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};

use process_wrap::std::CommandWrap;

use super::orphans::Family;

/// Runs a program with our terminal until it ends. A full screen must have been lent before.
pub fn in_foreground(program: &Path, args: &[OsString], cwd: &Path) -> io::Result<ExitStatus> {
    let mut family = Family::new();
    let mut child = Command::new(program).args(args).current_dir(cwd).spawn()?;
    family.started(i32::try_from(child.id()).unwrap_or(0));
    child.wait()
}

/// Starts a program with a window of its own and does not wait. It outlives us, and takes nothing from our terminal.
pub fn detach(program: &Path, args: &[OsString], cwd: &Path) -> io::Result<()> {
    let _starting = Family::new();
    let mut command = CommandWrap::with_new(program, |command| {
        command.args(args).current_dir(cwd);
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
    });
    #[cfg(unix)]
    command.wrap(process_wrap::std::ProcessSession);
    command.spawn().map(drop)
}
