//! A token that stops a run from another thread, at once.

use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::News;

/// Clones are one token: cancelling any of them cancels all.
#[derive(Debug, Clone, Default)]
pub struct Cancel(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    cancelled: bool,
    /// Runs that wait now, each with its number.
    listeners: Vec<(u64, Sender<News>)>,
    next: u64,
}

impl Cancel {
    pub fn new() -> Cancel {
        Cancel::default()
    }

    /// Ends every run that was given this token, and every one that will be.
    pub fn cancel(&self) {
        let mut state = self.state();
        state.cancelled = true;
        for (_, listener) in state.listeners.drain(..) {
            super::tell(&listener, News::Cancelled);
        }
    }

    pub fn is_cancelled(&self) -> bool {
        self.state().cancelled
    }

    pub(super) fn listen(&self, listener: Sender<News>) -> Listening<'_> {
        let mut state = self.state();
        if state.cancelled {
            super::tell(&listener, News::Cancelled);
        }
        let number = state.next;
        state.next += 1;
        state.listeners.push((number, listener));
        Listening {
            cancel: self,
            number,
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Stops listening when it is dropped.
pub(super) struct Listening<'a> {
    cancel: &'a Cancel,
    number: u64,
}

impl Drop for Listening<'_> {
    fn drop(&mut self) {
        self.cancel
            .state()
            .listeners
            .retain(|(number, _)| *number != self.number);
    }
}
