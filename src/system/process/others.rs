//! Programs that are no jobs: the learner's own editor or browser. They get the learner's own environment and no limits.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read, Seek};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

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

/// How long a program that was just started is watched, and how often it is looked at.
const PATIENCE: Duration = Duration::from_millis(400);
const LOOK: Duration = Duration::from_millis(5);

/// More than this of what it said is not read.
const MOST_WORDS: u64 = 2000;

/// The same as [`detach`], for a program that hands its work over to another one and mostly ends at once (`code`,
/// `tmux`). `Some`: it has failed by now, and this is what it said. Who still runs after a moment is left alone.
pub fn hand_over(program: &Path, args: &[OsString], cwd: &Path) -> io::Result<Option<String>> {
    let said = tempfile::tempfile()?;
    let mut family = Family::new();
    let stderr = said.try_clone()?;
    let mut command = CommandWrap::with_new(program, |command| {
        command.args(args).current_dir(cwd);
        command.stdin(Stdio::null()).stdout(Stdio::null());
        command.stderr(stderr);
    });
    #[cfg(unix)]
    command.wrap(process_wrap::std::ProcessSession);
    let mut child = command.spawn()?;
    family.started(i32::try_from(child.id()).unwrap_or(0));
    let until = Instant::now() + PATIENCE;
    while Instant::now() < until {
        match child.try_wait()? {
            Some(status) if status.success() => return Ok(None),
            Some(_) => return Ok(Some(words(said))),
            None => thread::sleep(LOOK),
        }
    }
    Ok(None)
}

fn words(mut file: File) -> String {
    let mut bytes = Vec::new();
    // Without its words it has failed all the same.
    let read = file
        .rewind()
        .and_then(|()| file.take(MOST_WORDS).read_to_end(&mut bytes));
    let _ = read;
    String::from_utf8_lossy(&bytes).trim().to_owned()
}
