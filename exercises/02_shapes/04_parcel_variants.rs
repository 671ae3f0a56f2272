//! Parcel variants
//! A post office takes letters, parcels and pallets. Write `price` as one
//! `match`, with an arm for each line of the price list.
//! Change only `price`. No `else`, `if let`, `return`; no arm for all the rest.

/// A variant may carry values: with names, or by their place.
enum Item {
    Letter,
    Parcel { width: u32, height: u32, depth: u32 }, // in cm
    Pallet(u32),                                    // in kg
}

/// The price in cents:
///
/// - a letter: 95
/// - a parcel with width, height and depth over 150 cm together: 1100
/// - any other parcel: 600
/// - a pallet up to 300 kg: 4000
/// - a pallet of 301 to 800 kg: 4000, and 5 for each kg over 300
/// - a heavier pallet: 9000
//
// Patterns of another trade, to learn from:
//   Job::Paint { rooms, .. }                takes out a field, skips the rest
//   Job::Paint { rooms, .. } if rooms > 4   fits only if that is true, too
//   Job::Mow(metres @ 50..=200)             fits 50 to 200, under that name
//   Job::Mow(_)                             fits any number, without a name
fn price(item: Item) -> u32 {
    // TODO: one `match`, with one arm for each line of the list.
    todo!()
}

fn main() {
    let crate_of_apples = Item::Parcel {
        width: 60,
        height: 40,
        depth: 30,
    };
    println!("a letter: {} cents", price(Item::Letter));
    println!("a crate of apples: {} cents", price(crate_of_apples));
    println!("a pallet of 420 kg: {} cents", price(Item::Pallet(420)));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parcel(width: u32, height: u32, depth: u32) -> Item {
        Item::Parcel {
            width,
            height,
            depth,
        }
    }

    #[test]
    fn a_letter_costs_ninety_five_cents() {
        assert_eq!(price(Item::Letter), 95, "cents for a letter");
    }

    #[test]
    fn a_parcel_costs_six_euros_up_to_150_centimetres() {
        assert_eq!(price(parcel(30, 20, 10)), 600, "cents for 60 cm");
        assert_eq!(price(parcel(60, 50, 40)), 600, "cents for 150 cm");
    }

    #[test]
    fn a_bulky_parcel_costs_eleven_euros() {
        assert_eq!(price(parcel(60, 50, 41)), 1100, "cents for 151 cm");
        assert_eq!(price(parcel(140, 10, 10)), 1100, "cents for 160 cm");
    }

    #[test]
    fn a_light_pallet_costs_forty_euros() {
        assert_eq!(price(Item::Pallet(1)), 4000, "cents for 1 kg");
        assert_eq!(price(Item::Pallet(300)), 4000, "cents for 300 kg");
    }

    #[test]
    fn a_pallet_pays_for_each_kilogram_over_300() {
        assert_eq!(price(Item::Pallet(301)), 4005, "cents for 301 kg");
        assert_eq!(price(Item::Pallet(800)), 6500, "cents for 800 kg");
    }

    #[test]
    fn a_heavy_pallet_costs_ninety_euros() {
        assert_eq!(price(Item::Pallet(801)), 9000, "cents for 801 kg");
        assert_eq!(price(Item::Pallet(5000)), 9000, "cents for 5000 kg");
    }
}
