//! What is in `Ok` is changed where it is.

use std::num::ParseIntError;

/// The depth in centimetres, from a text such as " 840 ".
fn depth(text: &str) -> Result<i32, ParseIntError> {
    text.trim()
        .parse::<i32>()
        .map(|millimetres| millimetres / 10)
}

/// How many centimetres there are more than yesterday.
fn fresh_snow(today: &str, yesterday: &str) -> Result<i32, ParseIntError> {
    let old = depth(yesterday)?;
    depth(today).map(|new| new - old)
}

fn show(pole: &str, today: &str, yesterday: &str) {
    match fresh_snow(today, yesterday) {
        Ok(centimetres) => println!("{pole}: {centimetres} cm of fresh snow"),
        Err(error) => println!("{pole}: no reading, {error}"),
    }
}

fn main() {
    show("summit", "1120", " 840 ");
    show("valley", "ice", "310");
}
