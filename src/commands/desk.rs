//! What every command has at hand: where it was called, when, and how to speak.

use std::path::{Path, PathBuf};

use anyhow::Context;

use crate::cli::Globals;
use crate::session::progress::Timestamp;
use crate::system::{clock, files};
use crate::view::text::Line;

pub struct Desk {
    pub globals: Globals,
    /// The folder in which the command was called; absolute.
    pub here: PathBuf,
    pub now: Timestamp,
}

impl Desk {
    pub fn new(globals: Globals) -> anyhow::Result<Desk> {
        Ok(Desk {
            globals,
            here: files::here().context("find the folder that this was called in")?,
            now: clock::now(),
        })
    }

    /// What was asked for.
    pub fn say(&self, lines: &[Line]) -> anyhow::Result<()> {
        print(&mut std::io::stdout().lock(), lines)
    }

    /// What to do next; not with `--quiet`.
    pub fn advise(&self, lines: &[Line]) -> anyhow::Result<()> {
        if self.globals.quiet {
            return Ok(());
        }
        self.say(lines)
    }

    /// What was asked for, in a form that is no text for people: JSON, a script.
    pub fn put(&self, bytes: &[u8]) -> anyhow::Result<()> {
        use std::io::Write;
        Ok(std::io::stdout().lock().write_all(bytes)?)
    }

    /// What nobody asked for, but should know; not with `--quiet`.
    pub fn notice(&self, lines: &[Line]) -> anyhow::Result<()> {
        if self.globals.quiet {
            return Ok(());
        }
        print(&mut std::io::stderr().lock(), lines)
    }

    /// Why it cannot be done.
    pub fn complain(&self, lines: &[Line]) -> anyhow::Result<()> {
        print(&mut std::io::stderr().lock(), lines)
    }

    /// Asks for yes or no; `None` where nobody can answer.
    pub fn ask(&self, _question: &str) -> anyhow::Result<Option<bool>> {
        Ok(None)
    }

    pub fn width(&self) -> usize {
        80
    }

    /// A path as a person reads it here: relative if it lies below the current folder.
    pub fn shown(&self, path: &Path) -> String {
        let below = path.strip_prefix(&self.here).unwrap_or(path);
        match below.as_os_str().is_empty() {
            true => ".".to_owned(),
            false => below.display().to_string(),
        }
    }
}

fn print(stream: &mut impl std::io::Write, lines: &[Line]) -> anyhow::Result<()> {
    for line in lines {
        writeln!(stream, "{}", line.text())?;
    }
    Ok(())
}
