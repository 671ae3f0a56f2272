//! The program is mended, so that nothing is left to mark.
//! refused: changed

use std::cell::Cell;
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
    let prices = Arc::new(vec![38, 24]);
    let list = Arc::clone(&prices); // one more owner of the same prices
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
