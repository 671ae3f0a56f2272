//! Get or insert
//! A courier works out what a district costs when it is first asked for, and
//! writes that on a card. `fare` lends out its place there, to be read or to be
//! corrected. A fare on the card is not worked out again. It all looks right, and
//! yet it is refused. Change only the body of `fare`.

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
        match self.fares.get_mut(&district) {
            Some(fare) => fare,
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

#[cfg(test)]
mod tests {
    use super::*;

    fn empty_card() -> Card {
        Card {
            fares: HashMap::new(),
        }
    }

    #[test]
    fn a_new_district_is_worked_out_and_written_down() {
        let mut card = empty_card();
        assert_eq!(*card.fare(7), 1010, "the fare to district 7");
        assert_eq!(card.fares.get(&7), Some(&1010), "what the card says");
    }

    #[test]
    fn a_fare_on_the_card_is_not_worked_out_again() {
        let mut card = empty_card();
        let (_, steps) = support::steps(|| {
            card.fare(7);
            card.fare(7);
            card.fare(7);
        });
        assert_eq!(steps, 1, "times district 7 was worked out");
    }

    #[test]
    fn a_corrected_fare_stays_corrected() {
        let mut card = empty_card();
        card.fare(7);
        *card.fare(7) += 50; // what is lent is the fare on the card itself
        assert_eq!(*card.fare(7), 1060, "the fare with the bridge");
    }

    #[test]
    fn each_district_has_a_fare_of_its_own() {
        let mut card = empty_card();
        *card.fare(7) += 50;
        assert_eq!(*card.fare(3), 690, "the fare to district 3");
        assert_eq!(*card.fare(7), 1060, "the fare to district 7");
        assert_eq!(card.fares.len(), 2, "fares on the card");
    }

    #[test]
    fn a_fare_of_zero_is_a_fare_too() {
        let mut card = empty_card();
        *card.fare(7) = 0; // a gift
        let (fare, steps) = support::steps(|| *card.fare(7));
        assert_eq!(fare, 0, "the fare that was given away");
        assert_eq!(steps, 0, "times it was worked out afterwards");
    }
}
