//! The window of a sitting, from taking it to giving it back.

use std::io;
use std::panic;
use std::sync::Arc;

use super::super::signals::listener::{self, Listener, Then, Wish};
use super::ask::boxes_are_one_column;
use super::ending::Ending;
use super::frame::Frame;
use super::input::{Input, Keys};
use super::mode::Mode;
use super::{Painter, Size, device, size};
use crate::view::text::Line;

/// Has the terminal as long as it lives. Dropping it gives the terminal back as it was found.
pub struct FullScreen {
    mode: Mode,
    frame: Frame,
    painter: Painter,
    boxes: bool,
    /// In this order: no message comes after the last of them has ended.
    _listener: Listener,
    _keys: Keys,
}

impl FullScreen {
    /// Takes the terminal; only where [`super::Capabilities::is_interactive`]. `send` is called from other threads, and
    /// must not wait for anything.
    pub fn enter(
        painter: Painter,
        send: impl Fn(Input) + Send + Sync + 'static,
    ) -> io::Result<FullScreen> {
        let send = Arc::new(send);
        let mode = Mode::find()?;
        restore_in_panics(mode.clone(), send.clone());
        let listener = {
            let (mode, send) = (mode.clone(), send.clone());
            let mut ending = Ending::default();
            listener::listen(&listener::ALL, move |wish| {
                on_signal(wish, &mode, &mut ending, &*send)
            })?
        };
        let (boxes, typed) = if mode.enter() {
            boxes_are_one_column()
        } else {
            (false, Vec::new())
        };
        let keys = Keys::read(mode.clone(), &typed, move |input| send(input));
        if keys.is_err() {
            mode.end();
        }
        Ok(FullScreen {
            mode,
            frame: Frame::default(),
            painter,
            boxes,
            _listener: listener,
            _keys: keys?,
        })
    }

    /// Whether box characters can be drawn.
    pub fn has_boxes(&self) -> bool {
        self.boxes
    }

    pub fn size(&self) -> Size {
        size()
    }

    /// Shows these lines, from the top; nothing else stays on the screen. While the terminal is somebody else's,
    /// nothing is written: an [`Input::Redraw`] comes when it is ours again.
    pub fn draw(&mut self, lines: &[Line]) -> io::Result<()> {
        let bytes = self.frame.redraw(lines, size(), self.painter);
        if bytes.is_empty() {
            return Ok(());
        }
        let written = self.mode.while_entered(|| device::write(&bytes));
        match written {
            Some(Ok(())) => Ok(()),
            Some(Err(error)) => {
                self.frame.forget();
                Err(error)
            }
            None => {
                self.frame.forget();
                Ok(())
            }
        }
    }

    /// All rows are written by the next [`FullScreen::draw`]: to be called for every [`Input::Redraw`].
    pub fn forget(&mut self) {
        self.frame.forget();
    }

    /// Gives the terminal to somebody else for a while: an editor.
    pub fn outside<T>(&mut self, work: impl FnOnce() -> T) -> T {
        self.mode.lend();
        let outcome = work();
        self.mode.take_back();
        self.frame.forget();
        outcome
    }
}

impl Drop for FullScreen {
    fn drop(&mut self) {
        self.mode.end();
    }
}

fn on_signal(wish: Wish, mode: &Mode, ending: &mut Ending, send: &impl Fn(Input)) -> Then {
    match wish {
        // The terminal is an editor's: the key was meant for it.
        Wish::Interrupt if mode.is_lent() => Then::GoOn,
        Wish::Interrupt | Wish::End | Wish::EndAtOnce => ending.asked(wish, Some(mode), send),
        Wish::Suspend => {
            if leads_session() {
                // There is no shell to come back from.
                return Then::GoOn;
            }
            mode.leave();
            Then::Die
        }
        Wish::Resumed => {
            mode.enter();
            send(Input::Redraw);
            Then::GoOn
        }
        Wish::Resized => {
            send(Input::Redraw);
            Then::GoOn
        }
    }
}

#[cfg(unix)]
fn leads_session() -> bool {
    rustix::process::getsid(None).is_ok_and(|session| session == rustix::process::getpid())
}

#[cfg(not(unix))]
fn leads_session() -> bool {
    true
}

/// A panic gives the terminal back before it says anything, and ends the sitting, in whatever thread it comes.
fn restore_in_panics(mode: Mode, send: Arc<impl Fn(Input) + Send + Sync + 'static>) {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        mode.end_by_force();
        before(panic);
        send(Input::Ended);
    }));
}
