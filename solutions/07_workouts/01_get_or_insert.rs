//! `entry` looks once and keeps the place: it is filled if need be, and lent out.
//! The compiler is stricter than need be: in the arm of `None` nothing is lent.
//! But a loan that one arm returns counts as open in all of them. In `Some` it is
//! open, and an `add` there could move all fares to a larger place. In C, the
//! caller would then write to the old place, which is freed.
//! Tempting: `or_insert(work_out(..))`. It is worked out first, needed or not.
//! Another way: `contains_key`, then `get_mut`. It looks two or three times.
//! To read on, offline: `rustup doc --book`, chapter 8.3.

// From chapter 10: a `HashMap` keeps a value for each key, here a fare for each
// district. `get_mut(&key)` lends out the value, if there is one.
// `entry(key)` is the key's place, taken or free. `or_insert(value)`, asked of
// it, puts the value there if it is free, and lends out what is there.
use std::collections::HashMap;

struct Card {
    fares: HashMap<u32, u32>,
}

/// Given: finds the way on the map, which takes a while. The fare is in cents.
fn work_out(district: u32) -> u32 {
    support::step(); // the tests count how often this is done
    450 + district * 80
}

impl Card {
    /// Given: writes a fare on the card, if it has none, and lends it out.
    fn add(&mut self, district: u32, cents: u32) -> &mut u32 {
        self.fares.entry(district).or_insert(cents)
    }

    fn fare(&mut self, district: u32) -> &mut u32 {
        // One loan. `|| …` is a small function, run only if the place is free.
        let place = self.fares.entry(district);
        place.or_insert_with(|| work_out(district))
    }
}

fn main() {
    let fares = HashMap::new();
    let mut card = Card { fares };
    card.add(99, 3900); // the airport: always the same
    *card.fare(7) += 50; // a bridge on the way
    println!("district 7: {} cents", card.fare(7));
    println!("the airport: {} cents", card.fare(99));
}
