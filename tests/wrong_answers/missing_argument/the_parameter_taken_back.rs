//! Makes `minutes` ask for two numbers again: the stops are forgotten.
//! refused: test the_morning_round_stops_four_times

/// How long a round takes: the way at `kmh`, and three minutes for each stop.
fn minutes(km: u32, kmh: u32) -> u32 {
    km * 60 / kmh
}

fn morning(km: u32) -> u32 {
    minutes(km, 30)
}

fn evening(km: u32) -> u32 {
    minutes(km, 45)
}

fn main() {
    println!("morning round, 18 km: {} minutes", morning(18));
    println!("evening round, 18 km: {} minutes", evening(18));
}
