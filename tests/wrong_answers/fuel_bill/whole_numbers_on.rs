//! Makes the litres whole, and meets `round`, which whole numbers do not have.
//! refused: error E0599 at "exact.round()"

/// What the customer pays. `u32` is a whole number; `f64` has digits after the
/// point, such as 41.37.
fn bill(cents_per_litre: u32, litres: f64) -> u32 {
    let exact = cents_per_litre * litres as u32;
    exact.round() as u32 // the nearest whole number, then made a `u32`
}

fn main() {
    println!("a car, 41.37 litres:  {} cents", bill(179, 41.37));
    println!("a scooter, 4.8 litres: {} cents", bill(179, 4.8));
}
