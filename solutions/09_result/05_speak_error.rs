//! An error tells its own part in words, and gives the rest by `source`. Whoever
//! prints it decides how much of the chain is shown, and nothing is said twice.
//! The refusal was needed: whoever opens the box knows nothing of `PumpError`. It
//! calls `to_string` and `source`, so these have to be there.
//! Tempting: the cause's words in `Display`. Then the log says them twice, and a
//! caller that wants the error itself would have to read it out of a sentence.
//! Another way: an enum such as `GateError`, where callers act on the kind.
//! To read on, offline: `rustup doc std::error::Error`.

use std::error::Error;
use std::fmt;
use std::num::ParseIntError;

/// The setting of this pump cannot be read.
#[derive(Debug)]
struct PumpError {
    pump: u8,
    cause: ParseIntError,
}

// For people: its own part, without the cause.
impl fmt::Display for PumpError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "pump {} did not start", self.pump)
    }
}

// It is an error, and this is the one that caused it.
impl Error for PumpError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.cause)
    }
}

// `dyn Error` is any type that does what an `Error` does: it shows itself to
// programmers (`Debug`, derived above) and to people (`Display`), and it can
// name the error that caused it (`source`).

/// How many litres in a minute this pump is set to.
fn start(pump: u8, setting: &str) -> Result<u32, Box<dyn Error>> {
    match setting.parse::<u32>() {
        Ok(litres) => Ok(litres),
        Err(cause) => Err(Box::new(PumpError { pump, cause })),
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
