//! The rule is stated once, and everything else follows from it.
//! In C nobody would have objected.
//! Tempting: to write more than is needed. It hides the rule.
//! To read on, offline: `rustup doc --book`, chapter 4.

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut line = String::new();
    let read = std::io::stdin().read_line(&mut line);
    if read.is_err() || line.is_empty() {
        eprintln!("nothing to say");
        return ExitCode::from(2);
    }
    let loud = std::env::args().any(|word| word == "loud");
    let line = line.trim_end();
    println!(
        "{}",
        if loud {
            line.to_uppercase()
        } else {
            line.to_owned()
        }
    );
    ExitCode::SUCCESS
}
