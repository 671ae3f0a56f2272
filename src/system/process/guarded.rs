//! A companion of ours: a process in a session of its own that lives as long as its input is open.

use std::io::{self, Write};
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use process_wrap::std::CommandWrap;

use super::orphans::Family;
use super::start::Child;

/// How long we wait for it at our own end.
const PATIENCE: Duration = Duration::from_secs(1);

/// Dropping it says one byte, so that it knows of an end in order, closes its input, and waits for its end.
pub(in crate::system) struct Guarded {
    child: Child,
    /// So that no job takes it for an orphan.
    _family: Family,
}

impl Guarded {
    pub(in crate::system) fn start(
        program: &Path,
        init: impl FnOnce(&mut Command),
    ) -> io::Result<Guarded> {
        let mut family = Family::new();
        let mut command = CommandWrap::with_new(program, init);
        command.wrap(process_wrap::std::ProcessSession);
        let child = command.spawn()?;
        family.started(i32::try_from(child.id()).unwrap_or(0));
        Ok(Guarded {
            child,
            _family: family,
        })
    }
}

impl Drop for Guarded {
    fn drop(&mut self) {
        if let Some(mut input) = self.child.stdin().take() {
            // One that is there no more cannot be told.
            let _ = input.write_all(b"!");
        }
        let until = Instant::now() + PATIENCE;
        while let Ok(None) = self.child.try_wait() {
            if Instant::now() > until {
                break;
            }
            thread::sleep(Duration::from_millis(1));
        }
    }
}
