//! The locker is taken apart, the key is shown, and the locker is put together again.

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
    let Locker { number, key } = lock_up(key);
    let line = log_line(&key, number);
    let locker = Locker { number, key };
    (locker, line)
}

fn main() {
    let label = String::from("archive");
    let (_, line) = end_of_shift(Key { label, door: 312 });
    println!("{line}");
}
