//! One thread owns the index, and looks up all the words.
//! refused: token Arc

use std::thread::{self, JoinHandle};

struct Index {
    lines: Vec<String>,
}

impl Index {
    /// Given: on how many lines the word stands.
    fn count(&self, word: &str) -> usize {
        let mut count = 0;
        for line in &self.lines {
            support::step(); // tells the tests which thread does the work
            if line.contains(word) {
                count += 1;
            }
        }
        count
    }
}

// `std::sync::Arc` lets several owners have one value. `Arc::new(value)` makes
// the first owner; `Arc::clone(&owner)` makes one more, of the same value. It
// counts them, and the last one to go frees the value.
fn start(index: Index, words: Vec<String>) -> Vec<JoinHandle<usize>> {
    let mut searchers = Vec::new();
    let (counts, inbox) = std::sync::mpsc::channel();
    let number = words.len();
    thread::spawn(move || {
        for word in words {
            counts.send(index.count(&word)).unwrap();
        }
    });
    for count in inbox.into_iter().take(number) {
        searchers.push(thread::spawn(move || count));
    }
    searchers
}

fn main() {
    let lines = vec![
        String::from("harbour: box 3"),
        String::from("harbour wall: box 8"),
    ];
    let words = vec![String::from("harbour"), String::from("wall")];
    for searcher in start(Index { lines }, words) {
        let count = searcher.join().expect("the searcher has come back");
        println!("found on {count} lines");
    }
}
