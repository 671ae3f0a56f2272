//! An `Arc` gives `&Scan` to every owner, and through that nothing may be changed:
//! two threads that add at once would both read 7 and both write 8, in C without a
//! word. A `Mutex` gives one of them at a time a guard, as good as a `&mut Scan`.
//! Tempting: copy the numbers out, add, put them back. Locked twice, and in between
//! not at all: the last one to put back wipes out what the others have added.
//! Another way: each thread fills a `Scan` of its own, and `join` brings it back.
//! No lock, and quicker; but nobody can look at the sum while they are at it.
//! To read on, offline: `rustup doc --book`, chapter 16.3.

use std::sync::{Arc, Mutex};
use std::thread;

#[derive(Default)]
struct Scan {
    files: u64,
    bytes: u64,
}

impl Scan {
    /// Given: adds one file.
    fn add(&mut self, bytes: u64) {
        support::step(); // tells the tests which thread does the work
        self.files += 1;
        self.bytes += bytes;
    }
}

// `std::sync::Mutex::new(value)` puts a value behind a lock. `lock()` waits
// until nobody else has the lock, and gives a `Result`: an `Err` if somebody
// panicked with the lock in hand, else `Ok` with a guard. The value can be
// used, and changed, through the guard; the lock is free again when the guard
// goes.
fn scan_all(folders: Vec<Vec<u64>>) -> (u64, u64) {
    let scan = Arc::new(Mutex::new(Scan::default())); // behind a lock
    let mut threads = Vec::new();
    for folder in folders {
        let scan = Arc::clone(&scan);
        threads.push(thread::spawn(move || {
            for bytes in folder {
                scan.lock().unwrap().add(bytes); // locked until the semicolon
            }
        }));
    }
    for thread in threads {
        thread.join().expect("the folder has been scanned");
    }
    let scan = scan.lock().unwrap(); // for reading, too
    (scan.files, scan.bytes)
}

fn main() {
    let letters = vec![1_200, 800];
    let photos = vec![40_000, 52_000, 48_000];
    let (files, bytes) = scan_all(vec![letters, photos]);
    println!("{files} files, {bytes} bytes");
}
