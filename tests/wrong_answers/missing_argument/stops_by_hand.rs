//! Says that there are no stops, and adds their minutes by hand.
//! refused: token +

/// How long a round takes: the way at `kmh`, and three minutes for each stop.
fn minutes(km: u32, stops: u32, kmh: u32) -> u32 {
    km * 60 / kmh + stops * 3
}

fn morning(km: u32) -> u32 {
    minutes(km, 0, 30) + 12
}

fn evening(km: u32) -> u32 {
    minutes(km, 0, 45)
}

fn main() {
    println!("morning round, 18 km: {} minutes", morning(18));
    println!("evening round, 18 km: {} minutes", evening(18));
}
