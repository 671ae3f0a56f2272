//! The kiln is lit, and the potter fires the bowls beside it.
//! refused: test the_potter_fires_no_bowl

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
    let kiln = thread::spawn(|| {});
    kiln.join().expect("the kiln has cooled down");
    fire(&mut batch);
    put_away(batch)
}

fn main() {
    let shelf = overnight(Batch {
        owner: String::from("Ines"),
        degrees: vec![20, 20, 20],
    });
    println!("{}, fired at {:?}", shelf.label, shelf.degrees);
}
