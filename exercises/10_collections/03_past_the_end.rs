//! Past the end
//! A wind turbine measures the wind each minute. It goes by the middle one, by
//! size, of the last three readings, so one gust does not stop it. At first there
//! are fewer readings, and the program stops: let both functions say `None` then.
//! Change only their bodies. Not allowed: a list by index, as `list[0]`.

/// The wind in this minute, counted from 0. `&[u32]` is a view of some numbers.
fn wind_at(readings: &[u32], minute: usize) -> Option<u32> {
    // TODO: nobody knows that there is such a minute. The same below.
    Some(readings[minute])
}

/// The middle one, by size, of the last three readings.
fn steady_wind(readings: &[u32]) -> Option<u32> {
    let end = readings.len();
    let mut last = [readings[end - 3], readings[end - 2], readings[end - 1]];
    last.sort();
    Some(last[1])
}

// Patterns look at a list as well. These are two of a list of guests:
//
//   let [first, second] = guests     fits two guests, no more and no fewer
//   let [first, ..] = guests         fits one guest or more; `..` is the rest

fn main() {
    let morning = [14, 12, 55, 13];
    println!("minute 2: {:?}", wind_at(&morning, 2));
    println!("steady:   {:?}", steady_wind(&morning));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minute_that_was_measured_has_its_wind() {
        assert_eq!(wind_at(&[14, 12, 55], 0), Some(14), "the first wind");
        assert_eq!(wind_at(&[14, 12, 55], 2), Some(55), "the last wind");
    }

    #[test]
    fn a_minute_that_is_still_to_come_has_none() {
        assert_eq!(wind_at(&[14, 12, 55], 3), None, "the wind too late");
        assert_eq!(wind_at(&[], 0), None, "the wind before the first");
    }

    #[test]
    fn of_three_readings_the_middle_one_counts() {
        assert_eq!(steady_wind(&[14, 12, 55]), Some(14), "wind despite a gust");
        assert_eq!(steady_wind(&[90, 80, 70]), Some(80), "the fading storm");
        assert_eq!(steady_wind(&[20, 20, 31]), Some(20), "wind of two 20s");
    }

    #[test]
    fn of_nine_readings_only_the_last_three_count() {
        let day = [90, 91, 92, 93, 94, 95, 11, 10, 12];
        assert_eq!(steady_wind(&day), Some(11), "the middle of 11, 10, 12");
    }

    #[test]
    fn two_readings_are_too_few() {
        assert_eq!(steady_wind(&[14, 12]), None, "the wind of two minutes");
        assert_eq!(steady_wind(&[14]), None, "the wind of one minute");
    }

    #[test]
    fn before_the_first_reading_nothing_is_known() {
        assert_eq!(steady_wind(&[]), None, "the wind before the first");
    }
}
