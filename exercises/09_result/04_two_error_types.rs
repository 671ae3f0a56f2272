//! Two error types
//! The gate of a public bath sends how many are inside, as a line of text. It may
//! not arrive, or be no number. `GateError` stands for both, but `?` does not know
//! yet how to make one from a `ParseIntError`. Tell it, below the `impl` that is
//! there. The functions stay as they are, without `map_err`.

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

// TODO: say here how a `GateError` is made from a `ParseIntError`.

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

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{BufReader, ErrorKind, Read};
    use std::num::IntErrorKind;

    /// A gate whose line was cut: every look at it fails.
    struct Cut;

    impl Read for Cut {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::from(ErrorKind::ConnectionReset))
        }
    }

    #[test]
    fn a_line_with_a_number_is_the_number_of_visitors() {
        let count = inside("128\n".as_bytes()).expect("128 is a number");
        assert_eq!(count, 128, "visitors inside");
        let free = still_free("128\n".as_bytes(), "200").expect("two numbers");
        assert_eq!(free, 72, "how many more may come in");
    }

    #[test]
    fn a_gate_that_was_cut_off_is_a_failure_to_read() {
        match inside(BufReader::new(Cut)) {
            Err(GateError::Read(error)) => {
                assert_eq!(error.kind(), ErrorKind::ConnectionReset, "the cause");
            }
            other => panic!("GateError::Read was expected, found {other:?}"),
        }
    }

    #[test]
    fn a_line_that_is_no_number_is_a_bad_number() {
        match inside("closed\n".as_bytes()) {
            Err(GateError::Number(error)) => {
                assert_eq!(*error.kind(), IntErrorKind::InvalidDigit, "the cause");
            }
            other => panic!("GateError::Number was expected, found {other:?}"),
        }
    }

    #[test]
    fn a_gate_that_sends_nothing_is_a_bad_number_too() {
        match inside("".as_bytes()) {
            Err(GateError::Number(error)) => {
                assert_eq!(*error.kind(), IntErrorKind::Empty, "the cause");
            }
            other => panic!("GateError::Number was expected, found {other:?}"),
        }
    }

    #[test]
    fn a_limit_that_is_no_number_is_a_bad_number_as_well() {
        match still_free("128\n".as_bytes(), "many") {
            Err(GateError::Number(error)) => {
                assert_eq!(*error.kind(), IntErrorKind::InvalidDigit, "the cause");
            }
            other => panic!("GateError::Number was expected, found {other:?}"),
        }
    }
}
