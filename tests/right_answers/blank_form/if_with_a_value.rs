//! The whole `if` is the value of the name.

/// The level of urgency, from the pulse (beats in a minute).
fn level_of(pulse: u32, can_walk: bool) -> u32 {
    if pulse > 140 {
        1
    } else if pulse > 110 {
        if can_walk { 3 } else { 2 }
    } else {
        4
    }
}

fn main() {
    println!("pulse 150, carried in: level {}", level_of(150, false));
    println!("pulse 120, carried in: level {}", level_of(120, false));
    println!("pulse 120, walks in:   level {}", level_of(120, true));
    println!("pulse 70, walks in:    level {}", level_of(70, true));
}
