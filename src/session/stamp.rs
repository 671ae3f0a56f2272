//! A moment as a name for a file or a folder: names sort as the moments do, on every file system.

use super::calendar::date;
use super::progress::Timestamp;

/// `2026-11-21_04-21-07`, in UTC.
pub fn stamp(at: Timestamp) -> String {
    let (year, month, day) = date(at / 86_400);
    let of_day = at % 86_400;
    let (hour, minute, second) = (of_day / 3600, of_day / 60 % 60, of_day % 60);
    format!("{year:04}-{month:02}-{day:02}_{hour:02}-{minute:02}-{second:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_moments_have_their_names() {
        for (at, name) in [
            (0, "1970-01-01_00-00-00"),
            (951_782_399, "2000-02-28_23-59-59"),
            (951_782_400, "2000-02-29_00-00-00"),
            (951_868_800, "2000-03-01_00-00-00"),
            (1_000_000_000, "2001-09-09_01-46-40"),
            (4_107_542_399, "2100-02-28_23-59-59"),
            (4_107_542_400, "2100-03-01_00-00-00"),
        ] {
            assert_eq!(stamp(at), name);
        }
    }

    #[test]
    fn later_moments_have_later_names() {
        let names: Vec<String> = (0..5000).map(|n| stamp(n * 777_777)).collect();
        assert!(names.is_sorted());
    }
}
