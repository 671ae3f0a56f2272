//! One job as one process in a session of its own, within its limits, with all that it started ended when it ends.
//!
//! Nothing here can hang: whatever a program does, [`run`] is back by its wall-clock limit, or 200 ms after it was
//! cancelled. What it prints is kept in part and counted in full, so that memory stays flat.

mod cancel;
mod capture;
#[cfg(unix)]
mod group;
#[cfg(target_os = "linux")]
mod guarded;
#[cfg(target_os = "linux")]
mod limits;
#[cfg(target_os = "linux")]
mod orphans;
mod others;
mod start;
#[cfg_attr(unix, path = "unix.rs")]
#[cfg_attr(not(unix), path = "ticking.rs")]
mod wait;

#[cfg(not(target_os = "linux"))]
#[path = "orphans_elsewhere.rs"]
mod orphans;

pub use cancel::Cancel;
#[cfg(target_os = "linux")]
pub(super) use guarded::Guarded;
#[cfg(target_os = "linux")]
pub(super) use orphans::{MARK, environment};
pub use others::{detach, hand_over, in_foreground};
pub(super) use start::NO_MORE_FILES;

use std::time::Duration;

use crate::check::job::{Captured, End, Ended, Job};

/// How long output may go on to come after the process is gone: then somebody else holds the pipe.
const OUTPUT_GRACE: Duration = Duration::from_millis(200);

/// Runs the job to its end, whichever that is. Beside [`Job::env`] a child on Linux gets one variable of ours, by
/// which its descendants are known, wherever they hide.
pub fn run(job: &Job, cancel: &Cancel) -> Ended {
    if cancel.is_cancelled() {
        return nothing_seen(End::Cancelled);
    }
    let mut family = orphans::Family::new();
    match start::start(job, &family) {
        Ok(child) => wait::wait(job, child, &mut family, cancel),
        Err(end) => nothing_seen(end),
    }
}

fn nothing_seen(end: End) -> Ended {
    Ended {
        end,
        stdout: Captured::default(),
        stderr: Captured::default(),
        took: Duration::ZERO,
        left_processes: false,
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests;
