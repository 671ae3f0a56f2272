//! An index claims that something is there, and the program stops if it is not.
//! `get` and a pattern ask, and answer with an `Option`, or by way of `else`.
//! In C nothing stops: it reads what lies behind the last number, and the turbine
//! goes by that. Nor is `end - 3` harmless: 2 - 3 is no `usize`.
//! Tempting: `if end < 3` above the indices. Right today; but the 3 stands in two
//! places then, and one day only one of them is changed.
//! Another way: `last_chunk::<3>()`, which gives an `Option` of just three.
//! To read on, offline: `rustup doc --book`, chapter 19.3.

/// The wind in this minute, counted from 0. `&[u32]` is a view of some numbers.
fn wind_at(readings: &[u32], minute: usize) -> Option<u32> {
    readings.get(minute).copied() // there, or `None`
}

/// The middle one, by size, of the last three readings.
fn steady_wind(readings: &[u32]) -> Option<u32> {
    // Whatever comes first, then three: the pattern counts them by itself.
    let [.., a, b, c] = *readings else {
        return None;
    };
    let mut last = [a, b, c];
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
