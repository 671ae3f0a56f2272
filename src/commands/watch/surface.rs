//! Where a sitting is seen: the whole window, or plain blocks in a pipe.

use std::path::Path;
use std::sync::mpsc::Sender;

use anyhow::Context;

use super::super::desk::Desk;
use super::table::Message;
use crate::session::sitting::{Overlay, Sitting};
use crate::system::terminal::{self, Ends, FullScreen, Painter, Stream};
use crate::view::glyphs::Charset;
use crate::view::layout::Size;
use crate::view::plain;
use crate::view::sitting::{Surroundings, draw};
use crate::view::text::Line;

pub(super) enum Surface {
    Full(Box<FullScreen>),
    Plain(Plain),
}

/// Blocks are appended; the same one is not said twice.
pub(super) struct Plain {
    ends: Ends,
    painter: Painter,
    last: Vec<Line>,
    /// How the files are watched, as it was said last.
    watching: Option<String>,
    /// The exercise whose goal was told.
    told: Option<usize>,
}

/// What drawing has led to.
pub(super) enum Shown {
    /// The screen has so many pages.
    Pages(usize),
    /// A card was appended: nobody has to close it.
    ReadOn,
}

impl Surface {
    pub(super) fn open(desk: &Desk, send: Sender<Message>) -> anyhow::Result<Surface> {
        let painter = desk.terminal.painter(Stream::Out);
        let tell = move |input| {
            // Nobody listens any more: the sitting is over.
            let _ = send.send(Message::Input(input));
        };
        if desk.globals.plain || !desk.terminal.is_interactive() {
            let ends = Ends::hear(tell.clone()).context("listen for Ctrl-C")?;
            terminal::read_lines(tell).context("read commands")?;
            return Ok(Surface::Plain(Plain {
                ends,
                painter,
                last: Vec::new(),
                watching: None,
                told: None,
            }));
        }
        let full = FullScreen::enter(painter, tell).context("take the terminal")?;
        Ok(Surface::Full(Box::new(full)))
    }

    /// `root`: where the paths on the screen begin.
    pub(super) fn show(
        &mut self,
        sitting: &Sitting,
        surroundings: &Surroundings,
        root: &Path,
    ) -> anyhow::Result<Shown> {
        match self {
            Surface::Full(full) => {
                let charset = if full.has_boxes() {
                    Charset::Boxes
                } else {
                    Charset::Ascii
                };
                let window = full.size();
                let size = Size {
                    width: window.columns,
                    height: window.rows,
                };
                let mut drawn = draw(sitting, surroundings, size, charset);
                lead_somewhere(&mut drawn.lines, root);
                full.draw(&drawn.lines).context("write to the terminal")?;
                Ok(Shown::Pages(drawn.pages))
            }
            Surface::Plain(plain) => plain.show(sitting, surroundings),
        }
    }

    /// Whether what is replaced before anybody could have seen it need not be shown: a window is redrawn, but of the
    /// commands in a pipe each has its answer.
    pub(super) fn skips(&self) -> bool {
        matches!(self, Surface::Full(_))
    }

    /// The window may hold anything by now.
    pub(super) fn forget(&mut self) {
        if let Surface::Full(full) = self {
            full.forget();
        }
    }

    /// Gives the terminal to somebody else for a while.
    pub(super) fn outside<T>(&mut self, work: impl FnOnce() -> T) -> T {
        match self {
            Surface::Full(full) => full.outside(work),
            Surface::Plain(plain) => plain.ends.outside(work),
        }
    }
}

impl Plain {
    fn show(&mut self, sitting: &Sitting, surroundings: &Surroundings) -> anyhow::Result<Shown> {
        self.tell_watching(surroundings)?;
        let first = self.told != Some(sitting.here());
        let width = terminal::size().columns;
        let Some(block) = plain::block(sitting, surroundings, width, Charset::Ascii, first) else {
            return Ok(Shown::Pages(1));
        };
        if block != self.last {
            let mut lines = block.clone();
            lines.push(Line::default());
            terminal::print(Stream::Out, &lines, self.painter)?;
            self.last = block;
        }
        if sitting.overlay().is_none() {
            self.told = Some(sitting.here());
        }
        match sitting.overlay() {
            Some(Overlay::Welcome | Overlay::Card(_)) => Ok(Shown::ReadOn),
            _ => Ok(Shown::Pages(1)),
        }
    }

    fn tell_watching(&mut self, surroundings: &Surroundings) -> anyhow::Result<()> {
        if self.watching == surroundings.watching {
            return Ok(());
        }
        self.watching.clone_from(&surroundings.watching);
        if let Some(words) = &self.watching {
            let lines = [plain::watching(words), Line::default()];
            terminal::print(Stream::Out, &lines, self.painter)?;
        }
        Ok(())
    }
}

/// A link has to be a whole path.
fn lead_somewhere(lines: &mut [Line], root: &Path) {
    let links = lines
        .iter_mut()
        .flat_map(|line| &mut line.0)
        .filter_map(|span| span.link.as_mut());
    for link in links {
        *link = root.join(&*link).to_string_lossy().into_owned();
    }
}
