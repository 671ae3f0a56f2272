//! What every command has at hand: where it was called, when, and how to speak.

use std::path::{Path, PathBuf};

use anyhow::Context;

use crate::cli::{Globals, When};
use crate::session::progress::Timestamp;
use crate::system::bars::Bar;
use crate::system::terminal::{self, Capabilities, Colour, Stream};
use crate::system::{clock, environment, files};
use crate::view::text::Line;

/// Prose in wider lines is hard to read.
const WIDEST_PROSE: usize = 80;

pub struct Desk {
    pub globals: Globals,
    /// The folder in which the command was called; absolute.
    pub here: PathBuf,
    pub now: Timestamp,
    pub terminal: Capabilities,
}

impl Desk {
    pub fn new(globals: Globals) -> anyhow::Result<Desk> {
        let colour = match globals.color {
            When::Never => Colour::Never,
            When::Always => Colour::Always,
            When::Auto if globals.plain => Colour::Never,
            When::Auto => Colour::Auto,
        };
        Ok(Desk {
            globals,
            here: files::here().context("find the folder that this was called in")?,
            now: clock::now(),
            terminal: Capabilities::find(&environment::variable, colour),
        })
    }

    /// What was asked for.
    pub fn say(&self, lines: &[Line]) -> anyhow::Result<()> {
        self.print(Stream::Out, lines)
    }

    /// What was asked for, in a form that is no text for people: JSON, a script.
    pub fn put(&self, bytes: &[u8]) -> anyhow::Result<()> {
        terminal::print_bytes(Stream::Out, bytes).context("write what was asked for")
    }

    /// What to do next; not with `--quiet`.
    pub fn advise(&self, lines: &[Line]) -> anyhow::Result<()> {
        if self.globals.quiet {
            return Ok(());
        }
        self.say(lines)
    }

    /// What nobody asked for, but should know; not with `--quiet`.
    pub fn notice(&self, lines: &[Line]) -> anyhow::Result<()> {
        if self.globals.quiet {
            return Ok(());
        }
        self.complain(lines)
    }

    /// Why it cannot be done.
    pub fn complain(&self, lines: &[Line]) -> anyhow::Result<()> {
        self.print(Stream::Err, lines)
    }

    /// Asks for yes or no; `None` where nobody can answer.
    pub fn ask(&self, question: &str) -> anyhow::Result<Option<bool>> {
        let painter = self.terminal.painter(Stream::Err);
        let question = Line::plain(format!("{question} [y/N]"));
        terminal::ask_yes(&question, painter).context("ask a question")
    }

    /// For so many steps of what `words` say; only a terminal shows it.
    pub fn bar(&self, steps: usize, words: &str) -> Bar {
        let wanted = !self.globals.quiet && !self.globals.plain;
        Bar::new(steps, words, wanted)
    }

    /// Columns for prose.
    pub fn width(&self) -> usize {
        terminal::size().columns.min(WIDEST_PROSE)
    }

    /// A path as a person reads it here: relative if it lies below the current folder.
    pub fn shown(&self, path: &Path) -> String {
        let below = path.strip_prefix(&self.here).unwrap_or(path);
        match below.as_os_str().is_empty() {
            true => ".".to_owned(),
            false => below.display().to_string(),
        }
    }

    fn print(&self, stream: Stream, lines: &[Line]) -> anyhow::Result<()> {
        let painter = self.terminal.painter(stream);
        terminal::print(stream, lines, painter).context("write what is to be said")
    }
}
