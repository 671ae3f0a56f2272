//! Whoever can walk leaves early with a level.

/// The level of urgency, from the pulse (beats in a minute).
fn level_of(pulse: u32, can_walk: bool) -> u32 {
    let level: u32; // a name now, its value later: each way gives it one
    if pulse > 140 {
        level = 1;
    } else if pulse > 110 {
        if can_walk {
            return 3;
        }
        level = 2;
    } else {
        level = 4;
    }
    level
}

fn main() {
    println!("pulse 150, carried in: level {}", level_of(150, false));
    println!("pulse 120, carried in: level {}", level_of(120, false));
    println!("pulse 120, walks in:   level {}", level_of(120, true));
    println!("pulse 70, walks in:    level {}", level_of(70, true));
}
