//! The bits of a float can be compared and hashed. Two zeros would differ, but no shoe has size 0.

use std::collections::HashMap;

/// One kind of shoe.
// Each field can be compared and hashed now, so the struct can be, too.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Shoe {
    bits: u64,
    wide: bool,
}

/// A kind of shoe in the customer's words, as in `shoe(42.5, true)`.
fn shoe(size: f64, wide: bool) -> Shoe {
    let bits = size.to_bits();
    Shoe { bits, wide }
}

// A `HashMap<Key, Value>` keeps pairs. To find one it does not go through them
// all: it works out a number from the key, the hash, which says where to look.
// What it finds there it compares with the key.

/// Notes on which shelf each kind of shoe stands. A later note counts.
fn take_stock(notes: Vec<(Shoe, u32)>) -> HashMap<Shoe, u32> {
    let mut shelves: HashMap<Shoe, u32> = HashMap::new();
    for (shoe, shelf) in notes {
        shelves.insert(shoe, shelf);
    }
    shelves
}

/// The shelf of the shoe that the customer wants, if there is such a shoe.
fn find(shelves: &HashMap<Shoe, u32>, wish: &Shoe) -> Option<u32> {
    shelves.get(wish).copied()
}

fn main() {
    let notes = vec![(shoe(42.0, false), 7), (shoe(42.5, false), 8)];
    let shelves = take_stock(notes);
    println!("42.5: shelf {:?}", find(&shelves, &shoe(42.5, false)));
    println!("44:   shelf {:?}", find(&shelves, &shoe(44.0, false)));
}
