//! Starting programs that are the learner's own, such as an editor, by the words of a command.

use std::ffi::OsString;
use std::io;
use std::path::Path;

use super::process;

/// Runs it in the foreground of our terminal until it ends. How it ends is its own business.
pub fn in_front(words: &[OsString], folder: &Path) -> io::Result<()> {
    let (program, args) = parts(words)?;
    process::in_foreground(program, args, folder).map(drop)
}

/// Starts it beside us, without a terminal.
pub fn beside(words: &[OsString], folder: &Path) -> io::Result<()> {
    let (program, args) = parts(words)?;
    process::detach(program, args, folder)
}

fn parts(words: &[OsString]) -> io::Result<(&Path, &[OsString])> {
    let (program, args) = words
        .split_first()
        .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "no program is named"))?;
    Ok((Path::new(program), args))
}
