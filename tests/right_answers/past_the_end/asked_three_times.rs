//! Three times the end is asked for one more; `?` leaves at the first that is missing.

/// The wind in this minute, counted from 0. `&[u32]` is a view of some numbers.
fn wind_at(readings: &[u32], minute: usize) -> Option<u32> {
    readings.get(minute).copied() // there, or `None`
}

/// The middle one, by size, of the last three readings.
fn steady_wind(readings: &[u32]) -> Option<u32> {
    // Whatever comes first, then three: the pattern counts them by itself.
    let mut from_end = readings.iter().rev().copied();
    let mut last = [from_end.next()?, from_end.next()?, from_end.next()?];
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
