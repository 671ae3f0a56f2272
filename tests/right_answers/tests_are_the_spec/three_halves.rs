//! Multiplies first, then halves.

fn fare(zones: u32, child: bool, night: bool) -> u32 {
    let by_day = 180 + zones * 60;
    if child {
        0
    } else if night {
        by_day * 3 / 2
    } else {
        by_day
    }
}

fn main() {
    println!("three zones: {} cents", fare(3, false, false));
}
