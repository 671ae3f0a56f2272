//! Reads "half as much again" as half.
//! refused: test a_night_ride_costs_half_as_much_again

fn fare(zones: u32, child: bool, night: bool) -> u32 {
    if child {
        return 0;
    }
    let by_day = 240 + 60 * (zones - 1);
    if night { by_day / 2 } else { by_day }
}

fn main() {
    println!("three zones: {} cents", fare(3, false, false));
}
