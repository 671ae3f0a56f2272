//! `let mut` makes a name that may change; any other name keeps its first value.
//! The rule protects the reader: what has no `mut` need not be watched any more.
//! The second `let` was the quieter mistake: it made another name, gone at the
//! next }, and the counter had not moved.
//! Tempting: "`let free = …` once more changes `free`". It only covers it.
//! Another way, refused here: no counter, `40 - online - at_the_door`. Shorter,
//! but it cannot say what was free in between.
//! To read on, offline: `rustup doc --book`, chapter 3.1.

/// How many seats are still free.
fn free_seats(online: u32, at_the_door: u32) -> u32 {
    let mut free = 40; // `mut`: this one is going to change
    free -= online; // the short way to write `free = free - online`
    println!("booked online: {online}, still free: {free}");

    if at_the_door > 0 {
        free -= at_the_door; // no `let`: the same counter, one block further in
        println!("sold at the door: {at_the_door}, still free: {free}");
    }
    free
}

fn main() {
    let evening = free_seats(22, 5);
    println!("tonight: {evening} seats stay empty");
}
