//! A function makes a second key, letter by letter, so that `end_of_shift` does not.
//! refused: token Key {

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

fn twin(key: &Key) -> Key {
    let mut label = String::new();
    label.push_str(&key.label);
    let door = key.door;
    Key { label, door }
}

fn end_of_shift(key: Key) -> (Locker, String) {
    let seen = &twin(&key);
    let locker = lock_up(key);
    let line = log_line(seen, locker.number);
    (locker, line)
}

fn main() {
    let label = String::from("archive");
    let (_, line) = end_of_shift(Key { label, door: 312 });
    println!("{line}");
}
