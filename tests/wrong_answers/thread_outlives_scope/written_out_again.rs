//! A second report, made without a word that says so.
//! refused: token format!

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
fn start(report: String) -> (JoinHandle<u32>, String) {
    let copy = format!("{report}");
    let counting = thread::spawn(move || letters(&copy));
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
