//! A text goes into the box; what has caused it is gone.
//! refused: test the_error_gives_its_cause_when_it_is_asked

use std::error::Error;
use std::fmt;
use std::num::ParseIntError;

/// The setting of this pump cannot be read.
#[derive(Debug)]
struct PumpError {
    pump: u8,
    cause: ParseIntError,
}

// `dyn Error` is any type that does what an `Error` does: it shows itself to
// programmers (`Debug`, derived above) and to people (`Display`), and it can
// name the error that caused it (`source`).

/// How many litres in a minute this pump is set to.
fn start(pump: u8, setting: &str) -> Result<u32, Box<dyn Error>> {
    match setting.parse::<u32>() {
        Ok(litres) => Ok(litres),
        Err(_) => Err(format!("pump {pump} did not start").into()),
    }
}

/// A line for the log: the error, what caused it, what caused that, and so on.
fn report(error: &dyn Error) -> String {
    let mut line = error.to_string(); // what `Display` says
    let mut next = error.source();
    while let Some(cause) = next {
        line = format!("{line}: {cause}");
        next = cause.source();
    }
    line
}

fn main() {
    match start(3, "fast") {
        Ok(litres) => println!("pump 3 gives {litres} litres"),
        Err(error) => println!("{}", report(error.as_ref())),
    }
}
