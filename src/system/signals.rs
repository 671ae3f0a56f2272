//! Requests to end, from the keyboard, the system or a closed window: the first one is told, the second one ends us at
//! once. On Windows the console's own handling is left as it is.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::guardian::end_own_jobs;
use super::process::Cancel;

/// Listens from its making until it is dropped.
pub struct Interrupts {
    caught: Arc<AtomicBool>,
    _listener: listener::Listener,
}

impl Interrupts {
    /// The first request cancels, so that a command ends in order; whoever is not patient enough asks again.
    pub fn cancelling(cancel: &Cancel) -> io::Result<Interrupts> {
        let caught = Arc::new(AtomicBool::new(false));
        let (before, cancel) = (caught.clone(), cancel.clone());
        let listener = listener::listen(&listener::ENDS, move |wish| {
            let again = before.swap(true, Ordering::SeqCst);
            cancel.cancel();
            if again || wish == listener::Wish::EndAtOnce {
                end_own_jobs();
                listener::Then::Die
            } else {
                listener::Then::GoOn
            }
        })?;
        Ok(Interrupts {
            caught,
            _listener: listener,
        })
    }

    /// Whether there was a request: then the exit code is 130.
    pub fn caught(&self) -> bool {
        self.caught.load(Ordering::SeqCst)
    }
}

#[cfg(unix)]
pub(super) mod listener {
    use std::io;
    use std::thread::{self, JoinHandle};

    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
    use signal_hook::iterator::{Handle, Signals};
    use signal_hook::low_level::emulate_default_handler;

    /// Ctrl-C, a closed window, `kill`, Ctrl-\.
    pub(in crate::system) const ENDS: [i32; 4] = [SIGINT, SIGHUP, SIGTERM, SIGQUIT];
    /// Those, Ctrl-Z, coming back from it, and another size of the window.
    pub(in crate::system) const ALL: [i32; 7] =
        [SIGINT, SIGHUP, SIGTERM, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH];

    /// What a signal asks for.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub(in crate::system) enum Wish {
        /// Of somebody at the keyboard.
        Interrupt,
        /// Of somebody who will not ask twice.
        End,
        EndAtOnce,
        Suspend,
        Resumed,
        Resized,
    }

    pub(in crate::system) enum Then {
        GoOn,
        /// Do what the signal does to a program that does not know it: end, or be suspended.
        Die,
    }

    /// A thread that waits for signals; dropping it ends the thread.
    pub(in crate::system) struct Listener {
        handle: Handle,
        thread: Option<JoinHandle<()>>,
    }

    pub(in crate::system) fn listen(
        signals: &[i32],
        mut told: impl FnMut(Wish) -> Then + Send + 'static,
    ) -> io::Result<Listener> {
        let mut coming = Signals::new(signals)?;
        let handle = coming.handle();
        let work = move || {
            for signal in coming.forever() {
                if let (wish, Then::Die) = (wish(signal), told(wish(signal))) {
                    let _ = emulate_default_handler(signal);
                    if wish == Wish::Suspend {
                        told(Wish::Resumed);
                    }
                }
            }
        };
        let thread = thread::Builder::new().name("signals".into()).spawn(work)?;
        Ok(Listener {
            handle,
            thread: Some(thread),
        })
    }

    fn wish(signal: i32) -> Wish {
        match signal {
            SIGINT => Wish::Interrupt,
            SIGQUIT => Wish::EndAtOnce,
            SIGTSTP => Wish::Suspend,
            SIGCONT => Wish::Resumed,
            SIGWINCH => Wish::Resized,
            _ => Wish::End,
        }
    }

    impl Drop for Listener {
        fn drop(&mut self) {
            self.handle.close();
            if let Some(thread) = self.thread.take() {
                let _ = thread.join();
            }
        }
    }
}

#[cfg(not(unix))]
pub(super) mod listener {
    use std::io;

    pub(in crate::system) const ENDS: [i32; 0] = [];
    pub(in crate::system) const ALL: [i32; 0] = [];

    #[allow(dead_code, reason = "nothing is told here")]
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub(in crate::system) enum Wish {
        Interrupt,
        End,
        EndAtOnce,
        Suspend,
        Resumed,
        Resized,
    }

    pub(in crate::system) enum Then {
        GoOn,
        Die,
    }

    pub(in crate::system) struct Listener;

    pub(in crate::system) fn listen(
        _signals: &[i32],
        _told: impl FnMut(Wish) -> Then + Send + 'static,
    ) -> io::Result<Listener> {
        Ok(Listener)
    }
}
