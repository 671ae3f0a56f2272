//! Arguments go by their place, and none may be left out: when a function asks
//! for more, all its callers are told before the van has left. Old C made the
//! call all the same, with whatever number happened to lie there.
//! Tempting: "the missing one goes to the end", as the compiler shows it. It sees
//! three equal types, and cannot tell stops from speed. The names can.
//! Another way: a struct with named fields (chapter 02): no order to remember,
//! but more to write.
//! To read on, offline: `rustup doc --book`, chapter 3.3.

/// How long a round takes: the way at `kmh`, and three minutes for each stop.
fn minutes(km: u32, stops: u32, kmh: u32) -> u32 {
    km * 60 / kmh + stops * 3
}

fn morning(km: u32) -> u32 {
    minutes(km, 4, 30) // in the order of `minutes`: way, stops, speed
}

fn evening(km: u32) -> u32 {
    minutes(km, 0, 45) // no stop is said too
}

fn main() {
    println!("morning round, 18 km: {} minutes", morning(18));
    println!("evening round, 18 km: {} minutes", evening(18));
}
