//! The compiler walks every way through the function, and on one of them nothing
//! was written on the form. In C the last line runs all the same, and reads what
//! lay in the memory before.
//! Tempting: `let mut level = 4`, to be on the safe side. Whoever is forgotten
//! gets a 4, and nobody is told. With no first value the compiler keeps looking.
//! Another way: `let level = if pulse > 140 { 1 } else …;`: each branch is a
//! value. That is the usual form; exercise 01.5 is about it.
//! To read on, offline: `rustup doc --book`, chapter 3.5.

/// The level of urgency, from the pulse (beats in a minute).
fn level_of(pulse: u32, can_walk: bool) -> u32 {
    let level: u32; // a name now, its value later: each way gives it one
    if pulse > 140 {
        level = 1;
    } else if pulse > 110 {
        if !can_walk {
            level = 2;
        } else {
            level = 3; // the way that had been left blank
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
