//! Blank form
//! The desk of an emergency ward gives each patient a level, 1 for "at once" to 4
//! for "can wait". One kind of patient gets none: mend `level_of`, so that a fast
//! pulse (111 to 140) in somebody who can walk is level 3.
//! Change only what stands inside `level_of`. Not allowed: `mut`.

/// The level of urgency, from the pulse (beats in a minute).
fn level_of(pulse: u32, can_walk: bool) -> u32 {
    let level: u32; // a name now, its value later: each way gives it one
    if pulse > 140 {
        level = 1;
    } else if pulse > 110 {
        // TODO: which patients go through here and get no level?
        if !can_walk {
            level = 2;
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_racing_pulse_is_level_one() {
        assert_eq!(level_of(150, false), 1, "carried in, pulse 150: the level");
        assert_eq!(level_of(150, true), 1, "walking in, pulse 150: the level");
    }

    #[test]
    fn a_fast_pulse_in_somebody_carried_in_is_level_two() {
        assert_eq!(level_of(120, false), 2, "carried in, pulse 120: the level");
    }

    #[test]
    fn a_fast_pulse_in_somebody_who_can_walk_is_level_three() {
        assert_eq!(level_of(120, true), 3, "walking in, pulse 120: the level");
        assert_eq!(level_of(140, true), 3, "walking in, pulse 140: the level");
    }

    #[test]
    fn a_calm_pulse_is_level_four() {
        assert_eq!(level_of(70, true), 4, "walking in, pulse 70: the level");
        assert_eq!(level_of(110, false), 4, "carried in, pulse 110: the level");
    }
}
