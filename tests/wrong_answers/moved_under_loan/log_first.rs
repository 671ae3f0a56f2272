//! Turns the order round, but nobody knows the locker yet.
//! refused: error E0425 at "log_line(&key, locker.number)"

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
    let line = log_line(&key, locker.number);
    let locker = lock_up(key);
    (locker, line)
}

fn main() {
    let label = String::from("archive");
    let (_, line) = end_of_shift(Key { label, door: 312 });
    println!("{line}");
}
