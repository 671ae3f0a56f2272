//! Under another name it is no index into the readings.
//! refused: lint clippy::indexing_slicing

/// The wind in this minute, counted from 0. `&[u32]` is a view of some numbers.
fn wind_at(readings: &[u32], minute: usize) -> Option<u32> {
    // TODO: nobody knows that there is such a minute. The same below.
    let r = readings;
    if minute < r.len() {
        Some(r[minute])
    } else {
        None
    }
}

/// The middle one, by size, of the last three readings.
fn steady_wind(readings: &[u32]) -> Option<u32> {
    let r = readings;
    let end = r.len();
    if end < 3 {
        return None;
    }
    let mut last = [r[end - 3], r[end - 2], r[end - 1]];
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
