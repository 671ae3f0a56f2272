//! Arc is read-only
//! A backup counts files and bytes, one thread for each folder. The threads own one
//! `Scan` together, and want to add to it; but nobody may change what several own.
//! Put the `Scan` behind a lock, in a `Mutex`, so that one adds at a time.
//! Change only `scan_all` and the imports. No file may be missing in the end.

use std::sync::Arc;
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
// TODO: how can one thread at a time get at the `Scan`, to change it?
fn scan_all(folders: Vec<Vec<u64>>) -> (u64, u64) {
    let scan = Arc::new(Scan::default());
    let mut threads = Vec::new();
    for folder in folders {
        let scan = Arc::clone(&scan);
        threads.push(thread::spawn(move || {
            for bytes in folder {
                scan.add(bytes);
            }
        }));
    }
    for thread in threads {
        thread.join().expect("the folder has been scanned");
    }
    (scan.files, scan.bytes)
}

fn main() {
    let letters = vec![1_200, 800];
    let photos = vec![40_000, 52_000, 48_000];
    let (files, bytes) = scan_all(vec![letters, photos]);
    println!("{files} files, {bytes} bytes");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_threads_lose_no_file() {
        let folder = vec![10; 300];
        let found = scan_all(vec![folder; 8]);
        assert_eq!(found, (2_400, 24_000), "the files and their bytes");
    }

    #[test]
    fn folders_of_different_sizes_are_added_up() {
        let found = scan_all(vec![vec![1_200, 800], vec![40_000]]);
        assert_eq!(found, (3, 42_000), "the files and their bytes");
    }

    #[test]
    fn the_threads_do_the_adding_and_nobody_else() {
        let (_, steps) = support::steps(|| scan_all(vec![vec![10; 5]; 4]));
        assert_eq!(steps, 0, "the files that the calling thread added");
    }

    #[test]
    fn an_empty_folder_adds_nothing() {
        assert_eq!(
            scan_all(vec![Vec::new()]),
            (0, 0),
            "the files and their bytes"
        );
        assert_eq!(
            scan_all(Vec::new()),
            (0, 0),
            "the files and bytes of no folder"
        );
    }
}
