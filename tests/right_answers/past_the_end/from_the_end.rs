//! Three readings are taken from the end, if there are three.

/// The wind in this minute, counted from 0. `&[u32]` is a view of some numbers.
fn wind_at(readings: &[u32], minute: usize) -> Option<u32> {
    readings.iter().copied().nth(minute)
}

/// The middle one, by size, of the last three readings.
fn steady_wind(readings: &[u32]) -> Option<u32> {
    let mut last: Vec<u32> = readings.iter().rev().take(3).copied().collect();
    last.sort();
    if last.len() < 3 {
        return None;
    }
    last.get(1).copied()
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
