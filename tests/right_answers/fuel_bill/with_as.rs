//! `as` does it too: a price is never too large for an `f64`.

/// What the customer pays. `u32` is a whole number; `f64` has digits after the
/// point, such as 41.37.
fn bill(cents_per_litre: u32, litres: f64) -> u32 {
    let exact = cents_per_litre as f64 * litres;
    exact.round() as u32 // the nearest whole number, then made a `u32`
}

fn main() {
    println!("a car, 41.37 litres:  {} cents", bill(179, 41.37));
    println!("a scooter, 4.8 litres: {} cents", bill(179, 4.8));
}
