//! Thread outlives scope
//! A translator is paid by the letter. `start` has another thread count the letters
//! of a report and returns at once; the thread goes on, and reads what is gone.
//! Let the thread own the report, and let the desk's line say the same as before.
//! Change only `start`. One report is enough: no `clone`, no `leak`.

use std::thread::{self, JoinHandle};

/// Given: counts the letters. Blanks, digits and full stops cost nothing.
fn letters(text: &str) -> u32 {
    let mut count = 0;
    for c in text.chars() {
        support::step(); // tells the tests which thread does the work
        if c.is_alphabetic() {
            count += 1;
        }
    }
    count
}

// `|| ..` is a closure: a function without a name, which may use the names that
// stand around it. `thread::spawn` runs it in a new thread, and does not wait.
// TODO: when is `report` freed, and for how long does the thread need it?
fn start(report: String) -> (JoinHandle<u32>, String) {
    let counting = thread::spawn(|| letters(&report));
    let line = format!("counting: {report}");
    (counting, line)
}

fn main() {
    let (counting, line) = start(String::from("Snow above 900 m."));
    println!("{line}");
    // `join` waits for the thread's end, and gives what the closure returned.
    let count = counting.join().expect("the thread came to its end");
    println!("{count} letters to pay");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(report: &str) -> u32 {
        let (counting, _) = start(String::from(report));
        counting.join().expect("the thread came to its end")
    }

    #[test]
    fn the_desk_says_what_is_being_counted() {
        let (_, line) = start(String::from("Fog at dawn."));
        assert_eq!(line, "counting: Fog at dawn.", "the desk's line");
    }

    #[test]
    fn the_thread_gives_the_number_of_letters() {
        assert_eq!(count("Fog at dawn."), 9, "the letters to pay");
        assert_eq!(count("Snow above 900 m."), 10, "the letters to pay");
    }

    #[test]
    fn the_desk_counts_nothing_itself() {
        let report = String::from("Fog at dawn.");
        let (_, steps) = support::steps(|| start(report));
        assert_eq!(steps, 0, "the characters that the desk itself counted");
    }

    #[test]
    fn a_report_without_letters_costs_nothing() {
        assert_eq!(count(""), 0, "the letters to pay");
        assert_eq!(count("12.5"), 0, "the letters to pay");
    }
}
