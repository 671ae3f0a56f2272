//! Multiplies a whole number by 1.5.
//! refused: error E0277 at "by_day * 1.5"

fn fare(zones: u32, child: bool, night: bool) -> u32 {
    if child {
        return 0;
    }
    let by_day = 240 + 60 * (zones - 1);
    if night {
        return by_day * 1.5;
    }
    by_day
}

fn main() {
    println!("three zones: {} cents", fare(3, false, false));
}
