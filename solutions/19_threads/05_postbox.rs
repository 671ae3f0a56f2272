//! The receiver cannot know how many letters will come, but how many senders there
//! are: `clone` makes one more, each one that is dropped is one less. At none, the
//! loop ends. `send` gives the letter away, so no two threads have it at once; in C
//! the desk might still write on it.
//! Tempting: stop after `clone`. It compiles, and `collect` waits for ever, for a
//! letter that only the sender in its own hands could still bring.
//! Another way: the last desk gets the first sender. No `drop`, but one case more.
//! To read on, offline: `rustup doc --book`, chapter 16.2.

use std::sync::mpsc::{self, Sender};
use std::thread;

struct Letter {
    grams: u32,
    stamped: bool,
}

/// Given: one desk. It sends the letters that have a stamp, and then it is
/// done.
fn sort(bag: Vec<Letter>, desk: Sender<Letter>) {
    for letter in bag {
        if letter.stamped {
            desk.send(letter).expect("somebody is at the other end");
        }
    }
}

// A channel has two ends. A `Sender` puts values in, and there may be several.
// A loop over the receiver, here `inbox`, takes them out. It waits for the next
// one, and ends when all senders are gone and nothing is left.
fn collect(bags: Vec<Vec<Letter>>) -> (u32, u32) {
    let (sender, inbox) = mpsc::channel();
    for bag in bags {
        let desk = sender.clone(); // one more sender into the same channel
        thread::spawn(move || sort(bag, desk));
    }
    drop(sender); // the first one: `collect` sends nothing with it
    let (mut letters, mut grams) = (0, 0);
    for letter in inbox {
        letters += 1;
        grams += letter.grams;
    }
    (letters, grams)
}

fn letter(grams: u32, stamped: bool) -> Letter {
    Letter { grams, stamped }
}

fn main() {
    let monday = vec![letter(20, true), letter(35, true)];
    let tuesday = vec![letter(50, false), letter(90, true)];
    let (letters, grams) = collect(vec![monday, tuesday]);
    println!("{letters} letters, {grams} g");
}
