//! `parse` cannot promise a number, so it gives a `Result`: a number or an error.
//! `?` opens it. At `Ok` the line goes on with what is inside. At `Err` the whole
//! function ends at once, and hands the error to its caller.
//! The refusal was needed: there may be no number to divide. In C, `atoi("ice")`
//! is 0, and the report shows a glacier without snow.
//! Tempting: `unwrap`. One pole that sends "ice" stops the report of all others.
//! Another way: a `match` with both arms, or `map`; longer where there are many.
//! To read on, offline: `rustup doc --book`, chapter 9.2.

use std::num::ParseIntError;

/// The depth in centimetres, from a text such as " 840 ".
fn depth(text: &str) -> Result<i32, ParseIntError> {
    let millimetres = text.trim().parse::<i32>()?; // a number, or we are out
    Ok(millimetres / 10)
}

/// How many centimetres there are more than yesterday.
fn fresh_snow(today: &str, yesterday: &str) -> Result<i32, ParseIntError> {
    Ok(depth(today)? - depth(yesterday)?) // the first error is the answer
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
