//! Adds the missing number at the end, where the compiler shows the gap.
//! refused: test the_morning_round_stops_four_times

/// How long a round takes: the way at `kmh`, and three minutes for each stop.
fn minutes(km: u32, stops: u32, kmh: u32) -> u32 {
    km * 60 / kmh + stops * 3
}

fn morning(km: u32) -> u32 {
    minutes(km, 30, 4)
}

fn evening(km: u32) -> u32 {
    minutes(km, 45, 0)
}

fn main() {
    println!("morning round, 18 km: {} minutes", morning(18));
    println!("evening round, 18 km: {} minutes", evening(18));
}
