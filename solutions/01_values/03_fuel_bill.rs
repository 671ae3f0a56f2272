//! `f64::from` makes the price an `f64`, in which 179 is still 179; so two of one
//! type are multiplied. The rule: no number changes its type in silence, because
//! something may get lost. C converts by itself, and cuts off without a word.
//! Tempting: `litres as u32`. `as` drops what does not fit, without a word: up to
//! a litre for nothing, at each bill.
//! Another way: `cents_per_litre as f64`. As good here, but only `f64::from` is
//! refused where something could get lost.
//! To read on, offline: `rustup doc --book`, chapter 3.2.

/// What the customer pays. `u32` is a whole number; `f64` has digits after the
/// point, such as 41.37.
fn bill(cents_per_litre: u32, litres: f64) -> u32 {
    // Every u32 fits into an f64. The litres would not fit into a u32.
    let exact = f64::from(cents_per_litre) * litres;
    exact.round() as u32 // the nearest whole number, then made a `u32`
}

fn main() {
    println!("a car, 41.37 litres:  {} cents", bill(179, 41.37));
    println!("a scooter, 4.8 litres: {} cents", bill(179, 4.8));
}
