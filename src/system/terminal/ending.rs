//! Requests to end a sitting: in a window, and in plain blocks.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use super::super::guardian::end_own_jobs;
use super::super::signals::listener::{self, Listener, Then, Wish};
use super::input::Input;
use super::mode::Mode;

/// Whoever asked us to end by a signal does not wait longer than this for an orderly end.
const ORDERLY_END: Duration = Duration::from_secs(3);

/// Whether an end was asked for.
#[derive(Debug, Default)]
pub(super) struct Ending {
    asked: bool,
}

impl Ending {
    /// The first request is told; another one, and one that cannot wait, ends us now. `mode`: of the window, if there
    /// is one to be given back.
    pub(super) fn asked(&mut self, wish: Wish, mode: Option<&Mode>, send: &impl Fn(Input)) -> Then {
        if wish == Wish::EndAtOnce || self.asked {
            if let Some(mode) = mode {
                mode.leave();
            }
            end_own_jobs();
            return Then::Die;
        }
        self.asked = true;
        if wish == Wish::End {
            end_later(mode.cloned());
        }
        send(Input::Interrupted);
        Then::GoOn
    }
}

/// If the sitting hangs, the terminal is given back all the same.
fn end_later(mode: Option<Mode>) {
    let work = move || {
        thread::sleep(ORDERLY_END);
        if let Some(mode) = mode {
            // Whoever holds the terminal by now may never let go of it.
            mode.end_by_force();
        }
        end_own_jobs();
        end_by_signal();
    };
    let _ = thread::Builder::new().name("ending".into()).spawn(work);
}

#[cfg(unix)]
fn end_by_signal() {
    let _ = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTERM);
}

#[cfg(not(unix))]
fn end_by_signal() {
    std::process::exit(143);
}

/// Hears requests to end where there is no window, from its making until it is dropped.
pub struct Ends {
    lent: Arc<AtomicBool>,
    _listener: Listener,
}

impl Ends {
    /// `send` is called from another thread, with [`Input::Interrupted`].
    pub fn hear(send: impl Fn(Input) + Send + 'static) -> io::Result<Ends> {
        let lent = Arc::new(AtomicBool::new(false));
        let (lent_now, mut ending) = (lent.clone(), Ending::default());
        let listener = listener::listen(&listener::ENDS, move |wish| {
            // The key was meant for whoever has the terminal.
            if wish == Wish::Interrupt && lent_now.load(Ordering::SeqCst) {
                return Then::GoOn;
            }
            ending.asked(wish, None, &send)
        })?;
        Ok(Ends {
            lent,
            _listener: listener,
        })
    }

    /// Gives the terminal to somebody else for a while: an editor.
    pub fn outside<T>(&self, work: impl FnOnce() -> T) -> T {
        self.lent.store(true, Ordering::SeqCst);
        let outcome = work();
        self.lent.store(false, Ordering::SeqCst);
        outcome
    }
}
