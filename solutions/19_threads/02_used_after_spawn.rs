//! `move` made the kiln's thread the owner of the batch. What a closure owns is
//! freed with it, unless the closure returns it; `join` then hands it to whoever
//! waited. So the bowls went there and came back, and were never copied.
//! What it protects: as long as one thread fires the bowls, no other can see them.
//! In C both would hold a pointer, and the potter might paint in the middle of it.
//! Tempting: `clone`. The kiln fires the copy, and cold bowls go on the shelf.
//! Another way: lend the batch in `thread::scope`, which the next exercise shows.
//! To read on, offline: `rustup doc std::thread::JoinHandle`.

use std::thread;

struct Batch {
    owner: String,
    degrees: Vec<u32>, // how hot each bowl has been
}

/// Given: the kiln heats each bowl to 1240 degrees.
fn fire(batch: &mut Batch) {
    for bowl in &mut batch.degrees {
        support::step(); // tells the tests which thread does the work
        *bowl = 1240;
    }
}

struct Shelf {
    label: String,
    degrees: Vec<u32>,
}

/// Given: the potter puts a batch on the shelf.
fn put_away(batch: Batch) -> Shelf {
    let label = format!("{}: {} bowls", batch.owner, batch.degrees.len());
    let degrees = batch.degrees;
    Shelf { label, degrees }
}

fn overnight(mut batch: Batch) -> Shelf {
    let kiln = thread::spawn(move || {
        fire(&mut batch);
        batch // the closure's value: it goes to whoever joins
    });
    let batch = kiln.join().expect("the kiln has cooled down"); // here again
    put_away(batch)
}

fn main() {
    let shelf = overnight(Batch {
        owner: String::from("Ines"),
        degrees: vec![20, 20, 20],
    });
    println!("{}, fired at {:?}", shelf.label, shelf.degrees);
}
