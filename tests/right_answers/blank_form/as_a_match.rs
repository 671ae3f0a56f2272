//! One `match` over both questions.

/// The level of urgency, from the pulse (beats in a minute).
fn level_of(pulse: u32, can_walk: bool) -> u32 {
    match (pulse, can_walk) {
        (141.., _) => 1,
        (111..=140, false) => 2,
        (111..=140, true) => 3,
        _ => 4,
    }
}

fn main() {
    println!("pulse 150, carried in: level {}", level_of(150, false));
    println!("pulse 120, carried in: level {}", level_of(120, false));
    println!("pulse 120, walks in:   level {}", level_of(120, true));
    println!("pulse 70, walks in:    level {}", level_of(70, true));
}
