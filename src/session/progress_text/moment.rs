//! Moments as TOML writes them: `2026-11-21T04:21:07Z`.

use toml_edit::{Date, Datetime, Offset, Time};

use crate::session::calendar::date;
use crate::session::progress::Timestamp;

const DAY: u64 = 86_400;
/// The first moment of the year 10000, which TOML cannot write.
const END: Timestamp = 253_402_300_800;

/// The moment in UTC. `None` if it is too late for a date.
pub(super) fn to_datetime(at: Timestamp) -> Option<Datetime> {
    if at >= END {
        return None;
    }
    let (year, month, day) = date(at / DAY);
    let of_day = at % DAY;
    Some(Datetime {
        date: Some(Date {
            year: u16::try_from(year).ok()?,
            month: u8::try_from(month).ok()?,
            day: u8::try_from(day).ok()?,
        }),
        time: Some(Time {
            hour: u8::try_from(of_day / 3600).ok()?,
            minute: u8::try_from(of_day / 60 % 60).ok()?,
            second: Some(u8::try_from(of_day % 60).ok()?),
            nanosecond: None,
        }),
        offset: Some(Offset::Z),
    })
}

/// The moment of a date: without a time its midnight, without an offset in UTC. `None` without a date, or before 1970.
pub(super) fn from_datetime(at: &Datetime) -> Option<Timestamp> {
    let date = at.date?;
    let days = days(
        i64::from(date.year),
        i64::from(date.month),
        i64::from(date.day),
    );
    let of_day = at.time.map_or(0, |time| {
        let minutes = i64::from(time.hour) * 60 + i64::from(time.minute);
        minutes * 60 + i64::from(time.second.unwrap_or(0))
    });
    let minutes_east = match at.offset {
        Some(Offset::Custom { minutes }) => i64::from(minutes),
        Some(Offset::Z) | None => 0,
    };
    u64::try_from(days * 86_400 + of_day - minutes_east * 60).ok()
}

/// Days since 1970-01-01: [`date`] backward. Years begin in March here too.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = year - i64::from(month <= 2);
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(at: Timestamp) -> String {
        to_datetime(at).expect("a date").to_string()
    }

    #[test]
    fn known_moments_are_written_as_everybody_writes_them() {
        assert_eq!(written(0), "1970-01-01T00:00:00Z");
        assert_eq!(written(951_782_400), "2000-02-29T00:00:00Z");
        assert_eq!(written(1_000_000_000), "2001-09-09T01:46:40Z");
        assert_eq!(written(END - 1), "9999-12-31T23:59:59Z");
        assert_eq!(to_datetime(END), None);
    }

    #[test]
    fn every_day_comes_back() {
        for day in (0..END / DAY).step_by(13) {
            let at = day * DAY + day % DAY;
            assert_eq!(
                to_datetime(at).and_then(|date| from_datetime(&date)),
                Some(at)
            );
        }
    }

    #[test]
    fn a_date_by_hand_may_have_an_offset_or_no_time() {
        let read = |text: &str| from_datetime(&text.parse().expect("a date"));
        assert_eq!(read("2001-09-09T03:46:40+02:00"), Some(1_000_000_000));
        assert_eq!(read("2000-02-29"), Some(951_782_400));
        assert_eq!(read("2000-02-29 00:00:00"), Some(951_782_400));
        assert_eq!(read("1969-12-31"), None);
        assert_eq!(read("07:32:00"), None);
    }
}
