//! What time it is and how long things take, for the few places that need to know.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use crate::session::progress::Timestamp;

/// Measures how long something takes.
#[derive(Debug, Clone, Copy)]
pub struct Stopwatch(Instant);

impl Stopwatch {
    pub fn start() -> Stopwatch {
        Stopwatch(Instant::now())
    }

    pub fn elapsed(self) -> Duration {
        self.0.elapsed()
    }
}

/// Seconds since 1970; 0 where the clock stands before that.
pub fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| since.as_secs())
}

/// `2026-08-01_12-03-05`, in UTC: names that sort by time and that every file system takes.
pub fn stamp(time: Timestamp) -> String {
    let (days, seconds) = (time / 86_400, time % 86_400);
    let (year, month, day) = date(days);
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    format!("{year:04}-{month:02}-{day:02}_{hour:02}-{minute:02}-{second:02}")
}

/// Year, month and day of so many days after 1970-01-01. The year is taken to begin in March, so that the leap day is
/// its last one.
fn date(days: u64) -> (u64, u64, u64) {
    let shifted = days + 719_468;
    let (era, day_of_era) = (shifted / 146_097, shifted % 146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = (month_from_march + 2) % 12 + 1;
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_the_date_in_utc() {
        assert_eq!(stamp(0), "1970-01-01_00-00-00");
        assert_eq!(stamp(951_782_399), "2000-02-28_23-59-59");
        assert_eq!(stamp(951_782_400), "2000-02-29_00-00-00");
        assert_eq!(stamp(951_868_800), "2000-03-01_00-00-00");
        assert_eq!(stamp(4_107_542_400), "2100-03-01_00-00-00");
        assert_eq!(stamp(1_785_585_785), "2026-08-01_12-03-05");
    }

    #[test]
    fn stamps_sort_by_time() {
        let stamps: Vec<String> = (0..2000).map(|n| stamp(n * 1_000_003)).collect();
        assert!(stamps.is_sorted());
    }
}
