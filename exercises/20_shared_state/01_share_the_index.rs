//! Share the index
//! An archive has one large index. Each searcher looks up a word in it, as a thread
//! that goes on when `start` is over. The first one takes the index, and nothing is
//! left for the others. Let all of them own it together, with an `Arc`.
//! Change only `start` and the imports. Copy no line, leak nothing.

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
// TODO: who owns the index in the second round?
fn start(index: Index, words: Vec<String>) -> Vec<JoinHandle<usize>> {
    let mut searchers = Vec::new();
    for word in words {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn index(lines: usize) -> Index {
        let line = |n: usize| format!("letter {n}, box {}", n % 10);
        Index {
            lines: (0..lines).map(line).collect(),
        }
    }

    fn search(index: Index, words: &[&str]) -> Vec<usize> {
        let words = words.iter().map(|word| String::from(*word)).collect();
        let searchers = start(index, words);
        searchers.into_iter().map(|s| s.join().unwrap()).collect()
    }

    #[test]
    fn every_searcher_finds_its_lines() {
        let counts = search(index(40), &["box 7", "letter 3,", "box"]);
        assert_eq!(counts, [4, 1, 40], "the lines that the searchers found");
    }

    #[test]
    fn eight_searchers_share_one_index_and_no_line_is_copied() {
        let (index, words) = (index(1_000), vec![String::from("box 1"); 8]);
        let (searchers, pieces) = support::allocs(|| start(index, words));
        assert!(
            pieces < 500,
            "{pieces} pieces of memory, as if 1000 lines had been copied"
        );
        for searcher in searchers {
            assert_eq!(searcher.join().unwrap(), 100, "the lines found");
        }
    }

    #[test]
    fn the_searchers_do_the_searching_and_nobody_else() {
        let words = vec![String::from("box 1"); 8];
        let (_, steps) = support::steps(|| start(index(50), words));
        assert_eq!(steps, 0, "the lines that the calling thread looked at");
    }

    #[test]
    fn a_word_that_is_not_there_is_on_no_line() {
        assert_eq!(search(index(10), &["attic"]), [0], "the lines found");
        assert_eq!(search(index(10), &[]), [], "the answers to no question");
    }
}
