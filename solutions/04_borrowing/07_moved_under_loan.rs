//! A loan leads to a place, and the key was going to leave it. So the loan is
//! made afterwards, where the key is then: `&locker.key`.
//! The refusal was needed: `seen` would look at an empty place. Had the guard
//! melted the key down, its letters would be freed: in C, a use after free.
//! Tempting: "the loan goes along with the key". A loan stays with a place.
//! Another way, refused here: a locker that borrows its key, and must go first.
//! To read on, offline: `rustc --explain E0505`.

struct Key {
    label: String,
    door: u32,
}

struct Locker {
    number: u32,
    key: Key,
}

/// Given: the guard keeps the key. Keys of one floor share a row of lockers.
fn lock_up(key: Key) -> Locker {
    let number = 40 + key.door / 100;
    Locker { number, key }
}

/// Given: the log only looks at the key.
fn log_line(key: &Key, number: u32) -> String {
    format!("{} (door {}) lies in locker {number}", key.label, key.door)
}

fn end_of_shift(key: Key) -> (Locker, String) {
    let locker = lock_up(key);
    // The key has another owner now, so that is whom to borrow it from.
    let line = log_line(&locker.key, locker.number);
    (locker, line)
}

fn main() {
    let label = String::from("archive");
    let (_, line) = end_of_shift(Key { label, door: 312 });
    println!("{line}");
}
