//! Days: what belongs to which, and in which week it lies. A day is counted from 1970-01-01, and begins at midnight UTC.

use super::progress::Timestamp;

const DAY_S: u64 = 86_400;

/// The day on which a moment lies.
pub fn day(at: Timestamp) -> u64 {
    at / DAY_S
}

/// Monday is 0.
pub fn weekday(day: u64) -> usize {
    // 1970-01-01 was a Thursday.
    usize::try_from((day + 3) % 7).unwrap_or(0)
}

/// The Monday of a day's week; the first days of 1970 have none, and begin it.
pub fn monday(day: u64) -> u64 {
    day.saturating_sub(weekday(day) as u64)
}

/// Year, month and day of the month.
pub fn date(days: u64) -> (u64, u64, u64) {
    // Years are counted from March, so that the leap day comes last.
    let days = days + 719_468; // since 0000-03-01
    let era = days / 146_097; // 400 years
    let of_era = days % 146_097;
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153; // March is 0
    let day = of_year - (153 * month + 2) / 5 + 1;
    let turned = u64::from(month >= 10);
    (era * 400 + year + turned, (month + 2) % 12 + 1, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_days_have_their_dates_and_weekdays() {
        for (at, expected, of_week) in [
            (0, (1970, 1, 1), 3),
            (951_782_400, (2000, 2, 29), 1),
            (1_000_000_000, (2001, 9, 9), 6),
            (1_795_219_267, (2026, 11, 21), 5),
        ] {
            assert_eq!(
                (date(day(at)), weekday(day(at))),
                (expected, of_week),
                "{at}"
            );
        }
    }

    #[test]
    fn a_week_begins_with_its_monday() {
        for today in 100..200 {
            let monday = monday(today);
            assert_eq!(weekday(monday), 0);
            assert!(monday <= today && today < monday + 7);
        }
    }
}
