//! Nobody knows when a thread ends. `start` returns, its `report` is freed, and a
//! thread that had only borrowed it would read freed memory; C compiles that. So
//! `spawn` wants a closure that borrows nothing from a function (E0373).
//! A closure borrows what it only reads. With `move` it takes every name that it
//! uses, and owns it from then on. So the line is written while the name is here.
//! Tempting: `clone`. Right only when both sides go on using a text of their own.
//! Another way, not here: a scope, 19.3. It may borrow, but it makes the desk wait.
//! To read on, offline: `rustup doc --book`, chapter 16.1.

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
    let line = format!("counting: {report}"); // read first
    let counting = thread::spawn(move || letters(&report)); // then given
    (counting, line)
}

fn main() {
    let (counting, line) = start(String::from("Snow above 900 m."));
    println!("{line}");
    // `join` waits for the thread's end, and gives what the closure returned.
    let count = counting.join().expect("the thread came to its end");
    println!("{count} letters to pay");
}
