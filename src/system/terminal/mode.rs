//! The mode of a full screen: keys as they are pressed, no echo, a screen beside the usual one. Whoever has it gives it
//! back exactly as it was found.

use std::io;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, TryLockError};
use std::thread;
use std::time::{Duration, Instant};

use super::device::{self, Settings};

/// Its own screen, no cursor, no wrapping at the right edge.
const ENTER: &str = "\u{1b}[?1049h\u{1b}[?25l\u{1b}[?7l";
const LEAVE: &str = "\u{1b}[?2026l\u{1b}[0m\u{1b}[?7h\u{1b}[?25h\u{1b}[?1049l";

/// Shared by the writer, the keys' thread, the signals' thread and the panic hook.
#[derive(Clone)]
pub(super) struct Mode(Arc<Shared>);

struct Shared {
    state: Mutex<State>,
    changed: Condvar,
    settings: Settings,
}

#[derive(Debug, Default)]
struct State {
    /// The terminal is set for us.
    entered: bool,
    /// An editor has it.
    lent: bool,
    /// Nobody wants it any more.
    over: bool,
}

impl Mode {
    /// Remembers how the terminal is set; changes nothing yet.
    pub(super) fn find() -> io::Result<Mode> {
        Ok(Mode(Arc::new(Shared {
            state: Mutex::new(State::default()),
            changed: Condvar::new(),
            settings: Settings::find()?,
        })))
    }

    /// Takes the terminal, if it is there for us; sets it again if we have it already. Gives whether we have it.
    pub(super) fn enter(&self) -> bool {
        let mut state = self.state();
        if !state.lent && !state.over && device::is_foreground() {
            if !state.entered {
                self.0.settings.look();
            }
            self.0.settings.set_for_keys();
            let _ = device::write(ENTER);
            state.entered = true;
            self.0.changed.notify_all();
        }
        state.entered
    }

    /// Gives the terminal back, until it is entered again. No key is read after this.
    pub(super) fn leave(&self) {
        self.leave_in(&mut self.state());
    }

    /// Gives it to somebody else; nobody but [`Mode::take_back`] enters it meanwhile.
    pub(super) fn lend(&self) {
        let mut state = self.state();
        state.lent = true;
        self.leave_in(&mut state);
    }

    pub(super) fn take_back(&self) {
        self.state().lent = false;
        self.enter();
    }

    pub(super) fn is_lent(&self) -> bool {
        self.state().lent
    }

    /// Gives it back for ever: nobody waits for it any more.
    pub(super) fn end(&self) {
        let mut state = self.state();
        state.over = true;
        self.leave_in(&mut state);
        self.0.changed.notify_all();
    }

    /// The same where the state may be held for ever: by whoever panics, or waits for a terminal that is gone. It is not
    /// waited for long.
    pub(super) fn end_by_force(&self) {
        let until = Instant::now() + Duration::from_millis(100);
        loop {
            match self.0.state.try_lock() {
                Ok(mut state) => {
                    state.over = true;
                    self.0.changed.notify_all();
                    return self.leave_in(&mut state);
                }
                Err(TryLockError::WouldBlock) if Instant::now() < until => {
                    thread::sleep(Duration::from_millis(1));
                }
                Err(_) => return self.restore(),
            }
        }
    }

    /// Waits until the terminal is ours; false: it never will be again.
    pub(super) fn await_entry(&self) -> bool {
        let mut state = self.state();
        while !state.entered && !state.over {
            state = self
                .0
                .changed
                .wait(state)
                .unwrap_or_else(PoisonError::into_inner);
        }
        !state.over
    }

    /// Does it while the terminal is ours and nobody can leave; not at all if it is not ours.
    pub(super) fn while_entered<T>(&self, work: impl FnOnce() -> T) -> Option<T> {
        let state = self.state();
        state.entered.then(work)
    }

    fn leave_in(&self, state: &mut State) {
        if std::mem::take(&mut state.entered) {
            self.restore();
        }
    }

    /// The settings first: they never have to wait for a terminal that takes no output. If another job has it by now,
    /// it was set back when it was taken from us.
    fn restore(&self) {
        if device::is_foreground() {
            self.0.settings.set_back();
            let _ = device::write(LEAVE);
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
