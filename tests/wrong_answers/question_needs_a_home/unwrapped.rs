//! A word that is no number is a panic, and a panic has code 101.
//! refused: token unwrap

use std::env;

// What the scripts expect:
//
//   sauna 20 85        prints `85 degrees for 20 minutes`, exit code 0
//   sauna twenty 85    prints nothing; the reason on standard error; code 2

fn number(word: &str) -> Result<u16, String> {
    match word.parse::<u16>() {
        Ok(number) => Ok(number),
        Err(_) => Err(format!("{word} is no whole number")),
    }
}

fn plan(minutes: &str, degrees: &str) -> Result<String, String> {
    let minutes = number(minutes)?;
    let degrees = number(degrees)?;
    Ok(format!("{degrees} degrees for {minutes} minutes"))
}

fn main() {
    let mut words = env::args().skip(1); // the first one is the program's name
    let minutes = words.next().unwrap_or_default();
    let degrees = words.next().unwrap_or_default();
    println!("{}", plan(&minutes, &degrees).unwrap());
}
