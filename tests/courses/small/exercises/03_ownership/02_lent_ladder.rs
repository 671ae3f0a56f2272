//! The lent ladder
//! A neighbour climbs the ladder, then it is put away. Lend it.

struct Ladder(u32);

// TODO: borrow the ladder instead of taking it.
fn climb(ladder: Ladder) -> u32 {
    ladder.0
}

fn put_away(_: Ladder) {}

fn main() {
    let ladder = Ladder(7);
    let steps = climb(ladder);
    put_away(ladder);
    println!("{steps}");
}
