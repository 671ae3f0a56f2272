//! `?` returns an error from the function in which it stands, so that function
//! must return a `Result`. In `plan` it has a home. Above `main` there is nobody
//! who could read a `String`: only a script, which gets a number and what was
//! printed. So the error ends here: words for people, a code for the script.
//! Tempting: `fn main() -> Result<(), String>`. It is a home for `?`, but the
//! code is always 1, and the reason is printed as programmers see it, in quotes.
//! Another way: `std::process::exit(2)`. It ends at once, and nothing is dropped.
//! To read on, offline: `rustup doc std::process::ExitCode`.

use std::env;
use std::process::ExitCode;

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

// What `main` returns goes to whoever started the program.
fn main() -> ExitCode {
    let mut words = env::args().skip(1); // the first one is the program's name
    let minutes = words.next().unwrap_or_default();
    let degrees = words.next().unwrap_or_default();
    // The last stop: nobody above reads a `Result`, so it is opened here.
    match plan(&minutes, &degrees) {
        Ok(plan) => {
            println!("{plan}");
            ExitCode::SUCCESS
        }
        Err(reason) => {
            eprintln!("sauna: {reason}");
            ExitCode::from(2)
        }
    }
}
