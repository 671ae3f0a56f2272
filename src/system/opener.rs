//! Starting programs that are the learner's own, such as an editor. They get our environment and, if they ask for it,
//! our terminal; they are no part of a check.

use std::ffi::OsString;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

/// Runs it in the foreground of our terminal until it ends. How it ends is its own business.
pub fn in_front(words: &[OsString], folder: &Path) -> io::Result<()> {
    command(words, folder)?.status().map(drop)
}

/// Starts it beside us, without a terminal.
pub fn beside(words: &[OsString], folder: &Path) -> io::Result<()> {
    let mut command = command(words, folder)?;
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    // So that it leaves no zombie.
    let wait = move || drop(child.wait());
    thread::Builder::new()
        .name("opened".into())
        .spawn(wait)
        .map(drop)
}

fn command(words: &[OsString], folder: &Path) -> io::Result<Command> {
    let (program, arguments) = words
        .split_first()
        .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "no program is named"))?;
    let mut command = Command::new(program);
    command.args(arguments).current_dir(folder);
    Ok(command)
}
