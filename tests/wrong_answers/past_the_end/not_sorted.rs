//! Takes the middle one by time, and not by size.
//! refused: test of_three_readings_the_middle_one_counts

/// The wind in this minute, counted from 0. `&[u32]` is a view of some numbers.
fn wind_at(readings: &[u32], minute: usize) -> Option<u32> {
    readings.get(minute).copied()
}

/// The middle one, by size, of the last three readings.
fn steady_wind(readings: &[u32]) -> Option<u32> {
    let [.., _, middle, _] = *readings else {
        return None;
    };
    Some(middle)
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
