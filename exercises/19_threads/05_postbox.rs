//! Postbox
//! Desks sort the mail, each in a thread of its own, and send every letter that has
//! a stamp into one channel. `collect` takes letters out until none can come any
//! more. But the first desk gets the only sender. Let each desk have one, and let
//! `collect` come to its end. Change only `collect`.

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
// TODO: one sender for each desk; and who else has one when the loop begins?
fn collect(bags: Vec<Vec<Letter>>) -> (u32, u32) {
    let (sender, inbox) = mpsc::channel();
    for bag in bags {
        thread::spawn(move || sort(bag, sender));
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A bag of letters with a stamp.
    fn bag(weights: &[u32]) -> Vec<Letter> {
        weights.iter().map(|&grams| letter(grams, true)).collect()
    }

    #[test]
    fn all_three_desks_are_heard_and_the_loop_ends() {
        let bags = vec![bag(&[20, 35]), bag(&[50]), bag(&[90, 20, 20])];
        assert_eq!(collect(bags), (6, 235), "the letters and their grams");
    }

    #[test]
    fn eight_desks_may_send_at_the_same_time() {
        let bags = (0..8).map(|_| bag(&[20; 125])).collect();
        assert_eq!(
            collect(bags),
            (1_000, 20_000),
            "the letters and their grams"
        );
    }

    #[test]
    fn letters_without_a_stamp_do_not_arrive() {
        let mut mixed = bag(&[20, 35]);
        mixed[0].stamped = false;
        let bags = vec![mixed, bag(&[50])];
        assert_eq!(collect(bags), (2, 85), "the letters and their grams");
    }

    #[test]
    fn without_bags_there_is_nothing_to_wait_for() {
        assert_eq!(collect(Vec::new()), (0, 0), "the letters and their grams");
        assert_eq!(
            collect(vec![bag(&[])]),
            (0, 0),
            "the letters and grams of an empty bag"
        );
    }
}
