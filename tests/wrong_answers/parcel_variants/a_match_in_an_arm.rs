//! Three arms, with the lines of the list inside them.
//! refused: token match

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
        Item::Parcel {
            width,
            height,
            depth,
        } => match width + height + depth > 150 {
            true => 1100,
            false => 600,
        },
        Item::Pallet(kg) => match kg {
            0..=300 => 4000,
            301..=800 => 4000 + (kg - 300) * 5,
            801.. => 9000,
        },
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
