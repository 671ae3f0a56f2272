//! Used after spawn
//! A potter gives a batch of bowls to the kiln, which is a thread of its own, and
//! waits for the kiln's end. The kiln never gives the bowls back, so the potter has
//! nothing to put on the shelf. Let the fired bowls come back. Change only
//! `overnight`; the kiln fires, not the potter, and not allowed is `clone`.

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

// TODO: the closure owns the batch. What does it return to whoever joins?
fn overnight(mut batch: Batch) -> Shelf {
    let kiln = thread::spawn(move || {
        fire(&mut batch);
    });
    kiln.join().expect("the kiln has cooled down");
    put_away(batch)
}

fn main() {
    let shelf = overnight(Batch {
        owner: String::from("Ines"),
        degrees: vec![20, 20, 20],
    });
    println!("{}, fired at {:?}", shelf.label, shelf.degrees);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn batch(owner: &str, bowls: usize) -> Batch {
        Batch {
            owner: String::from(owner),
            degrees: vec![20; bowls],
        }
    }

    #[test]
    fn the_fired_bowls_stand_on_the_shelf() {
        let shelf = overnight(batch("Ines", 3));
        assert_eq!(
            shelf.degrees, [1240; 3],
            "the degrees of the bowls on the shelf"
        );
    }

    #[test]
    fn the_label_names_the_owner() {
        let shelf = overnight(batch("Ines", 3));
        assert_eq!(shelf.label, "Ines: 3 bowls", "the label on the shelf");
    }

    #[test]
    fn the_bowls_are_the_same_ones_and_no_copies() {
        let batch = batch("Tomas", 4);
        let place = batch.degrees.as_ptr(); // where they lie in memory
        let shelf = overnight(batch);
        assert!(
            std::ptr::eq(shelf.degrees.as_ptr(), place),
            "other bowls stand on the shelf, the potter's own were thrown away"
        );
    }

    #[test]
    fn the_potter_fires_no_bowl() {
        let batch = batch("Tomas", 4);
        let (_, steps) = support::steps(|| overnight(batch));
        assert_eq!(steps, 0, "the bowls that the potter's thread fired");
    }

    #[test]
    fn a_night_without_bowls_ends_as_well() {
        let shelf = overnight(batch("Ines", 0));
        assert_eq!(shelf.label, "Ines: 0 bowls", "the label on the shelf");
    }
}
