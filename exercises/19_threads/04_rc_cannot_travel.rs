//! Rc cannot travel
//! A ski lift gives values to other threads, or lends them. What is given away has
//! to be `Send`; what is lent to several threads has to be `Sync`. Which lines will
//! the compiler refuse, and with which code? Mark the end of each such line, as in
//! `//~ E0382`. Change nothing else.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;
use std::thread;

// `Rc` and `Arc` let one value have several owners, and count them: `Rc` with a
// plain number, `Arc` with one that several threads may change at the same
// time. A `Cell` holds a plain number that can be changed through `&`.
// TODO: put your marks. Some of what you see here is fine.
fn name_of_a_guest() {
    let guest = String::from("Mira");
    let gate = thread::spawn(move || println!("{guest} goes up"));
    gate.join().expect("the gate has closed");
}

fn prices_by_day() {
    let prices = Rc::new(vec![38, 24]);
    let list = Rc::clone(&prices); // one more owner of the same prices
    let gate = thread::spawn(move || println!("day: {}", list[0]));
    println!("children: {}", prices[1]);
    gate.join().expect("the gate has closed");
}

fn prices_by_night() {
    let prices = Arc::new(vec![42, 28]);
    let list = Arc::clone(&prices); // one more owner of the same prices
    let gate = thread::spawn(move || println!("night: {}", list[0]));
    println!("children: {}", prices[1]);
    gate.join().expect("the gate has closed");
}

fn counter_given_away() {
    let riders = Cell::new(0);
    let gate = thread::spawn(move || riders.set(riders.get() + 1));
    gate.join().expect("the gate has closed");
}

fn counter_lent() {
    let riders = Cell::new(0);
    thread::scope(|scope| {
        scope.spawn(|| riders.set(riders.get() + 2));
        riders.set(riders.get() + 1);
    });
}

fn main() {
    name_of_a_guest();
    prices_by_day();
    prices_by_night();
    counter_given_away();
    counter_lent();
}
