//! Key needs hash
//! A bowling alley lends shoes in sizes such as 42 or 42.5, wide or not. A map must
//! find the shelf of each kind of shoe, but a `Shoe` cannot be a key of a map yet.
//! Make it one: change only `Shoe` and `shoe`, and let no half size get lost.
//! Not allowed: an `impl Eq` or `impl Hash` by hand.

use std::collections::HashMap;

/// One kind of shoe.
// TODO: two shoes are the same key, or they are not. Can this type tell?
#[derive(Debug)]
struct Shoe {
    size: f64,
    wide: bool,
}

/// A kind of shoe in the customer's words, as in `shoe(42.5, true)`.
fn shoe(size: f64, wide: bool) -> Shoe {
    Shoe { size, wide }
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Shelves from notes such as `(42.5, true, 8)`: size, wide, shelf.
    fn stock(notes: &[(f64, bool, u32)]) -> HashMap<Shoe, u32> {
        let notes = notes.iter().copied();
        take_stock(notes.map(|(size, wide, n)| (shoe(size, wide), n)).collect())
    }

    #[test]
    fn a_shoe_is_found_on_its_shelf() {
        let shelves = stock(&[(40.0, false, 3), (41.0, true, 4)]);
        assert_eq!(find(&shelves, &shoe(40.0, false)), Some(3), "shelf for 40");
        assert_eq!(find(&shelves, &shoe(41.0, true)), Some(4), "shelf for 41");
    }

    #[test]
    fn a_half_size_is_a_size_of_its_own() {
        let shelves = stock(&[(42.0, false, 7), (42.5, false, 8)]);
        assert_eq!(find(&shelves, &shoe(42.0, false)), Some(7), "shelf for 42");
        assert_eq!(find(&shelves, &shoe(42.5, false)), Some(8), "42.5's shelf");
        assert_eq!(find(&shelves, &shoe(43.0, false)), None, "shelf for 43");
    }

    #[test]
    fn a_wide_shoe_is_another_shoe() {
        let shelves = stock(&[(39.5, true, 2)]);
        assert_eq!(find(&shelves, &shoe(39.5, true)), Some(2), "wide shelf");
        assert_eq!(find(&shelves, &shoe(39.5, false)), None, "narrow shelf");
    }

    #[test]
    fn a_later_note_about_the_same_shoe_counts() {
        let shelves = stock(&[(45.5, false, 9), (45.5, false, 5)]);
        assert_eq!(shelves.len(), 1, "kinds of shoes that are noted");
        assert_eq!(find(&shelves, &shoe(45.5, false)), Some(5), "their shelf");
    }

    #[test]
    fn an_empty_alley_has_no_shoes() {
        let shelves = stock(&[]);
        assert_eq!(find(&shelves, &shoe(42.0, false)), None, "any shelf");
    }
}
