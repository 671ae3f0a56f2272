//! A pattern asks and unpacks in one step: `width` exists only in an arm that has
//! found a parcel. In C a union of the three is read as whatever you take it for:
//! the weight of a letter is some number, and it is charged.
//! Tempting: to put the plain arm first. The first arm that fits is taken, so the
//! special one goes above it; and a guard alone never covers a variant.
//! Another way: `Item::Pallet(kg) if kg <= 800`. As short; but the compiler
//! checks only patterns for gaps, and never looks into a guard.
//! To read on, offline: `rustup doc --book`, chapter 19.3.

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
    match item {
        Item::Letter => 95,
        // The guard stands above the plain arm, or it would never be asked.
        Item::Parcel {
            width,
            height,
            depth,
        } if width + height + depth > 150 => 1100,
        Item::Parcel { .. } => 600,
        Item::Pallet(0..=300) => 4000,
        // `kg @ …`: the number has to be in the range, and gets a name.
        Item::Pallet(kg @ 301..=800) => 4000 + (kg - 300) * 5,
        Item::Pallet(_) => 9000,
    }
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
