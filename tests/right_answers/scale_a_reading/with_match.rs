//! Both functions open their `Result`s by hand.

use std::num::ParseIntError;

/// The depth in centimetres, from a text such as " 840 ".
fn depth(text: &str) -> Result<i32, ParseIntError> {
    match text.trim().parse::<i32>() {
        Ok(millimetres) => Ok(millimetres / 10),
        Err(error) => Err(error),
    }
}

/// How many centimetres there are more than yesterday.
fn fresh_snow(today: &str, yesterday: &str) -> Result<i32, ParseIntError> {
    match (depth(today), depth(yesterday)) {
        (Ok(new), Ok(old)) => Ok(new - old),
        (Err(error), _) | (_, Err(error)) => Err(error),
    }
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
