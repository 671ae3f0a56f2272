//! Counts in hundredths of a litre: a smaller part is lost, but a part is lost.
//! refused: test a_part_of_a_litre_is_paid_for

/// What the customer pays. `u32` is a whole number; `f64` has digits after the
/// point, such as 41.37.
fn bill(cents_per_litre: u32, litres: f64) -> u32 {
    let exact = f64::from(cents_per_litre * (litres * 100.0) as u32) / 100.0;
    exact.round() as u32 // the nearest whole number, then made a `u32`
}

fn main() {
    println!("a car, 41.37 litres:  {} cents", bill(179, 41.37));
    println!("a scooter, 4.8 litres: {} cents", bill(179, 4.8));
}
