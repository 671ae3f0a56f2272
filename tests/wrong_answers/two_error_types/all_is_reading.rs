//! A bad number is made to look like a failure to read.
//! refused: test a_line_that_is_no_number_is_a_bad_number

use std::io::{self, BufRead};
use std::num::ParseIntError;

#[derive(Debug)]
enum GateError {
    Read(io::Error),
    Number(ParseIntError),
}

/// How a `GateError` is made from an `io::Error`. This is written just once:
/// every `?` of this program that meets an `io::Error` calls it by itself.
impl From<io::Error> for GateError {
    fn from(error: io::Error) -> GateError {
        GateError::Read(error)
    }
}

impl From<ParseIntError> for GateError {
    fn from(error: ParseIntError) -> GateError {
        GateError::Read(io::Error::other(error))
    }
}

/// How many visitors are inside. `impl BufRead`: anything that gives lines.
fn inside(mut gate: impl BufRead) -> Result<u32, GateError> {
    let mut line = String::new();
    gate.read_line(&mut line)?; // an `io::Error`, if it fails
    Ok(line.trim().parse::<u32>()?) // a `ParseIntError`, if it fails
}

/// How many more may come in. The limit stands in a file of settings, as text.
fn still_free(gate: impl BufRead, limit: &str) -> Result<u32, GateError> {
    let limit = limit.parse::<u32>()?;
    Ok(limit.saturating_sub(inside(gate)?)) // never below 0
}

fn main() {
    println!("{:?}", still_free("128\n".as_bytes(), "200"));
    println!("{:?}", still_free("closed\n".as_bytes(), "200"));
}
