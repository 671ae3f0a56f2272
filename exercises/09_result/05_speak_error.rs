//! Speak, error
//! When a fountain's pump does not start, the log says which, and why. `start`
//! puts its errors in a box that takes any error. `PumpError` is none yet: make
//! it one, with the words `pump 3 did not start`, and the cause as its `source`.
//! Add that below `PumpError`, and leave `start` and `report` as they are.

use std::error::Error;
use std::fmt;
use std::num::ParseIntError;

/// The setting of this pump cannot be read.
#[derive(Debug)]
struct PumpError {
    pump: u8,
    cause: ParseIntError,
}

// TODO: say here how a `PumpError` looks to people, and what has caused it.

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

#[cfg(test)]
mod tests {
    use super::*;

    /// What `start` answers to a setting that it cannot read.
    fn error_of(pump: u8, setting: &str) -> Box<dyn Error> {
        start(pump, setting).expect_err("this setting is no number")
    }

    #[test]
    fn a_pump_with_a_good_setting_starts() {
        let litres = start(3, "40").expect("40 is a number");
        assert_eq!(litres, 40, "litres in a minute");
    }

    #[test]
    fn the_error_says_in_words_which_pump_it_was() {
        let text = error_of(3, "fast").to_string();
        assert_eq!(text, "pump 3 did not start", "the words for pump 3");
        let text = error_of(12, "").to_string();
        assert_eq!(text, "pump 12 did not start", "the words for pump 12");
    }

    #[test]
    fn the_error_gives_its_cause_when_it_is_asked() {
        let error = error_of(3, "fast");
        let cause = error.source().map(|cause| cause.to_string());
        let expected = "fast".parse::<u32>().err().map(|e| e.to_string());
        assert_eq!(cause, expected, "the words of the cause");
    }

    #[test]
    fn the_cause_is_the_error_of_parse_itself() {
        let error = error_of(3, "");
        let cause = error
            .source()
            .and_then(|c| c.downcast_ref::<ParseIntError>());
        assert_eq!(cause, "".parse::<u32>().err().as_ref(), "the cause");
    }

    #[test]
    fn the_log_names_the_cause_once() {
        let cause = "-1".parse::<u32>().expect_err("-1 is no u32");
        let expected = format!("pump 7 did not start: {cause}");
        assert_eq!(report(error_of(7, "-1").as_ref()), expected, "its line");
    }
}
