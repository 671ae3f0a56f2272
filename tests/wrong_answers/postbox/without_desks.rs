//! No thread, no trouble: `collect` sorts all the mail itself.
//! refused: token spawn

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
        sort(bag, sender.clone());
    }
    drop(sender);
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
