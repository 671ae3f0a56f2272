//! Hands the scan from thread to thread, and waits for each of them.
//! refused: token }).join(

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
    let mut scan = Scan::default();
    for folder in folders {
        scan = thread::spawn(move || {
            for bytes in folder {
                scan.add(bytes);
            }
            scan
        })
        .join()
        .expect("the folder has been scanned");
    }
    (scan.files, scan.bytes)
}

fn main() {
    let letters = vec![1_200, 800];
    let photos = vec![40_000, 52_000, 48_000];
    let (files, bytes) = scan_all(vec![letters, photos]);
    println!("{files} files, {bytes} bytes");
}
