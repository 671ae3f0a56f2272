//! `Arc::clone` copies a pointer and adds one to a count, whatever the size of the
//! index: eight searchers, one index. It is freed when the last owner goes, be that
//! `start` or a searcher; nobody has to know who is last. In C somebody must know:
//! freed by the first, it is read by the others; freed by none, it stays for ever.
//! Tempting: `#[derive(Clone)]` on the index. Every letter is then copied, 8 times.
//! Another way, not here: `thread::scope` and a plain loan. Cheaper, and right
//! where all searchers may be waited for at the end of the function.
//! To read on, offline: `rustup doc std::sync::Arc`.

use std::sync::Arc;
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
    let index = Arc::new(index); // the first owner
    let mut searchers = Vec::new();
    for word in words {
        let index = Arc::clone(&index); // one more owner, for this searcher
        searchers.push(thread::spawn(move || index.count(&word)));
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
