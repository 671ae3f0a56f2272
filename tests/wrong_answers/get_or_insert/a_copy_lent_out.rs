//! A copy of the fare can be lent out instead of the one on the card.
//! refused: test a_corrected_fare_stays_corrected

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

    // TODO: here the card is asked twice. Find a way to ask it only once.
    fn fare(&mut self, district: u32) -> &mut u32 {
        match self.fares.get(&district) {
            Some(fare) => Box::leak(Box::new(*fare)),
            None => self.add(district, work_out(district)),
        }
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
