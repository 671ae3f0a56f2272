//! Tests are the spec
//! A tram ride costs 240 cents, and 60 more for each zone after the first. Rides
//! at night cost half as much again. What a child pays is in the tests: they say
//! what `fare` must be. Write it, and change nothing else.

// What you can use: `let name = …;` as before, `if night { … } else { … }`, and
// `return …;`, which ends `fare` with that value. Signs: + - * / as usual.
// `child` and `night` are bool: each is either true or false.
fn fare(zones: u32, child: bool, night: bool) -> u32 {
    // TODO: work out the cents. `todo!()` only says: not written yet.
    todo!()
}

fn main() {
    println!("three zones: {} cents", fare(3, false, false));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ride_in_one_zone_costs_the_base_fare() {
        assert_eq!(fare(1, false, false), 240, "the fare for one zone");
    }

    #[test]
    fn a_child_rides_for_nothing() {
        assert_eq!(fare(1, true, false), 0, "a child's fare for one zone");
        assert_eq!(fare(5, true, true), 0, "a child's fare, far and at night");
    }

    #[test]
    fn every_further_zone_adds_sixty_cents() {
        assert_eq!(fare(3, false, false), 360, "the fare for three zones");
        assert_eq!(fare(2, false, false), 300, "the fare for two zones");
        assert_eq!(fare(9, false, false), 720, "the fare for nine zones");
    }

    #[test]
    fn a_night_ride_costs_half_as_much_again() {
        assert_eq!(fare(1, false, true), 360, "the night fare for one zone");
        assert_eq!(fare(2, false, true), 450, "the night fare for two zones");
        assert_eq!(fare(4, false, true), 630, "the night fare for four zones");
    }

    // How to read this:
    //
    // #[cfg(test)]  what follows is compiled only when the tests are run
    // use super::*  the tests may use what stands above them: `fare`
    // #[test]       the function below is a test; its name says what it checks
    // assert_eq!    found, expected, and what it is about; fails if they differ
    //
    // The tests are locked: what you change in them here does not count.
}
