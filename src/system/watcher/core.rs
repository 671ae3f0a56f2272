//! When to look, and what to believe. Pure: events and the time go in, what is to be done comes out.
//!
//! Hints say that something may have happened; only the hash of what was read says that something has.

use std::time::Duration;

use crate::session::event::Bytes;

/// A burst of hints is over when nothing has come for so long.
pub(super) const QUIET: Duration = Duration::from_millis(40);
/// After the first hint nobody waits longer than this, whatever else comes.
pub(super) const CEILING: Duration = Duration::from_millis(250);
/// An empty or missing file is believed after so long: editors leave one for moments.
pub(super) const DOUBT: Duration = Duration::from_millis(300);
/// How often the files are looked at although nothing was heard.
pub(super) const LOOK: Duration = Duration::from_millis(500);
/// The same where nothing can be heard.
pub(super) const LOOK_ALONE: Duration = Duration::from_millis(250);
/// How often they are read although nothing seems to have changed.
pub(super) const READ: Duration = Duration::from_secs(5);

/// What the watched files did, as far as the system tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hint {
    /// Somebody writes, and will close the file.
    Writing,
    /// It was closed after writing, or put in place by a rename; or we may have missed something.
    Complete,
    /// Anything else: made, removed, moved away, touched, written by somebody whose closing we cannot hear.
    Other,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Event {
    Hint(Hint),
    /// Time has passed, or a batch of hints is complete.
    Time,
    /// The answer to [`Act::Look`].
    Looked {
        changed: bool,
    },
    /// The answer to [`Act::Read`]. Doubtful: a file is missing or empty.
    Read {
        bytes: Bytes,
        doubtful: bool,
        sure: bool,
    },
    /// Other files are watched from now on; this is what they are.
    Retarget {
        bytes: Bytes,
    },
    /// Hints come, or do not.
    Hearing(bool),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Act {
    /// See whether size, time or identity of a file have changed.
    Look,
    /// Read and hash the files. `sure`: nobody seems to be writing.
    Read { sure: bool },
    /// They are other bytes than those told last.
    Tell(Bytes),
}

#[derive(Debug)]
pub(super) struct Core {
    /// What is known outside.
    told: Bytes,
    /// Hints that no reading has followed yet.
    pending: Option<Pending>,
    /// A reading that is not believed yet.
    unproved: Option<Unproved>,
    hearing: bool,
    look_at: Duration,
    read_at: Duration,
}

#[derive(Debug)]
struct Pending {
    since: Duration,
    writing: bool,
    due: Duration,
}

#[derive(Debug)]
struct Unproved {
    bytes: Bytes,
    doubtful: bool,
    /// Since when it is other than what was told.
    since: Duration,
    /// When it is believed, if it is still the same.
    due: Duration,
}

impl Core {
    pub(super) fn new(bytes: Bytes, now: Duration) -> Core {
        Core {
            told: bytes,
            pending: None,
            unproved: None,
            hearing: true,
            look_at: now + LOOK,
            read_at: now + READ,
        }
    }

    /// What is to be done now. Answers come as further events.
    pub(super) fn step(&mut self, event: Event, now: Duration) -> Option<Act> {
        match event {
            Event::Hint(hint) => {
                self.hint(hint, now);
                None
            }
            Event::Time => self.time(now),
            Event::Looked { changed } => changed.then(|| self.read(false, now)),
            Event::Read {
                bytes,
                doubtful,
                sure,
            } => self.has_read(bytes, doubtful, sure, now),
            Event::Retarget { bytes } => {
                let hearing = self.hearing;
                *self = Core::new(bytes, now);
                self.hearing = hearing;
                None
            }
            Event::Hearing(hearing) => {
                self.hearing = hearing;
                self.look_at = self.look_at.min(now + self.look_every());
                None
            }
        }
    }

    /// When [`Event::Time`] is wanted next.
    pub(super) fn due(&self) -> Duration {
        let pending = self.pending.as_ref().map(|pending| pending.due);
        let unproved = self.unproved.as_ref().map(|unproved| unproved.due);
        let soonest = pending.into_iter().chain(unproved).min();
        let regular = self.look_at.min(self.read_at);
        soonest.map_or(regular, |soonest| soonest.min(regular))
    }

    fn hint(&mut self, hint: Hint, now: Duration) {
        let before = self.pending.take();
        let since = before.as_ref().map_or(now, |pending| pending.since);
        let was_writing = before.is_some_and(|pending| pending.writing);
        let writing = match hint {
            Hint::Writing => true,
            Hint::Complete => false,
            Hint::Other => was_writing,
        };
        let ceiling = since + CEILING;
        let due = match hint {
            Hint::Complete => now,
            _ if writing => ceiling,
            _ => ceiling.min(now + QUIET),
        };
        self.pending = Some(Pending {
            since,
            writing,
            due,
        });
    }

    fn time(&mut self, now: Duration) -> Option<Act> {
        if self
            .pending
            .as_ref()
            .is_some_and(|pending| pending.due <= now)
        {
            return Some(self.read(true, now));
        }
        // Whoever is heard writing is waited for.
        let alone = self.pending.is_none();
        if alone
            && self
                .unproved
                .as_ref()
                .is_some_and(|unproved| unproved.due <= now)
        {
            return Some(self.read(false, now));
        }
        if self.read_at <= now {
            return Some(self.read(false, now));
        }
        if self.look_at <= now {
            self.look_at = now + self.look_every();
            return Some(Act::Look);
        }
        None
    }

    fn read(&mut self, sure: bool, now: Duration) -> Act {
        self.read_at = now + READ;
        self.look_at = now + self.look_every();
        if sure {
            self.pending = None;
        }
        Act::Read { sure }
    }

    fn has_read(&mut self, bytes: Bytes, doubtful: bool, sure: bool, now: Duration) -> Option<Act> {
        let before = self.unproved.take();
        if bytes == self.told {
            return None;
        }
        if sure && !doubtful {
            return Some(self.tell(bytes));
        }
        if self.pending.is_some() {
            // Its reading comes soon, and will be surer than this one.
            return None;
        }
        let same = before.as_ref().filter(|before| before.bytes == bytes);
        if same.is_some_and(|before| before.due <= now) {
            return Some(self.tell(bytes));
        }
        let since = match &before {
            Some(before) if before.doubtful == doubtful => before.since,
            _ => now,
        };
        let due = match (same, doubtful) {
            (Some(before), _) => before.due,
            (None, true) => since + DOUBT,
            (None, false) => (now + QUIET).min(since + CEILING),
        };
        if due <= now {
            return Some(self.tell(bytes));
        }
        self.unproved = Some(Unproved {
            bytes,
            doubtful,
            since,
            due,
        });
        None
    }

    fn tell(&mut self, bytes: Bytes) -> Act {
        self.told = bytes.clone();
        Act::Tell(bytes)
    }

    fn look_every(&self) -> Duration {
        if self.hearing { LOOK } else { LOOK_ALONE }
    }
}

#[cfg(test)]
mod tests;
