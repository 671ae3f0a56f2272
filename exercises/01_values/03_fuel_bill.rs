//! Fuel bill
//! A petrol station charges whole cents for a litre, but nobody fills in whole
//! litres. Work out the bill, to the nearest cent, for what the pump measured.
//! Change only the line of `exact`. No part of a litre may get lost.

/// What the customer pays. `u32` is a whole number; `f64` has digits after the
/// point, such as 41.37.
fn bill(cents_per_litre: u32, litres: f64) -> u32 {
    // TODO: the two numbers are of different types. Make them alike.
    let exact = cents_per_litre * litres;
    exact.round() as u32 // the nearest whole number, then made a `u32`
}

fn main() {
    println!("a car, 41.37 litres:  {} cents", bill(179, 41.37));
    println!("a scooter, 4.8 litres: {} cents", bill(179, 4.8));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_litres_cost_their_price() {
        assert_eq!(bill(179, 40.0), 7160, "cents for 40 litres at 179");
    }

    #[test]
    fn a_part_of_a_litre_is_paid_for() {
        assert_eq!(bill(179, 41.37), 7405, "cents for 41.37 litres at 179");
        assert_eq!(bill(200, 0.5), 100, "cents for half a litre at 200");
        assert_eq!(bill(800, 0.125), 100, "cents for an eighth of one at 800");
    }

    #[test]
    fn the_bill_goes_to_the_nearest_cent() {
        assert_eq!(bill(179, 0.3), 54, "cents for 53.7 cents of fuel");
        assert_eq!(bill(179, 4.8), 859, "cents for 859.2 cents of fuel");
    }

    #[test]
    fn an_empty_can_costs_nothing() {
        assert_eq!(bill(179, 0.0), 0, "cents for no fuel at all");
    }
}
