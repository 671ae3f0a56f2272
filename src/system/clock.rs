//! What time it is, for the two places that need to know.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use crate::session::progress::Timestamp;
pub use crate::session::stamp::stamp;

/// Measures how long something takes, whatever happens to the clock on the wall.
#[derive(Debug, Clone, Copy)]
pub struct Stopwatch(Instant);

impl Stopwatch {
    pub fn start() -> Stopwatch {
        Stopwatch(Instant::now())
    }

    pub fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}

/// Seconds since 1970; 0 where the clock stands before that.
pub fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| since.as_secs())
}
