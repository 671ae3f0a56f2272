//! Moved under loan
//! When a shift ends, its key goes to the guard, who locks it up. Then the log
//! says which key lies in which locker. Who has the key by then?
//! Change only `end_of_shift`. Not allowed: a second key, so no `clone`.

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

// TODO: the log looks at the key through a loan that was made too early.
fn end_of_shift(key: Key) -> (Locker, String) {
    let seen = &key;
    let locker = lock_up(key);
    let line = log_line(seen, locker.number);
    (locker, line)
}

fn main() {
    let label = String::from("archive");
    let (_, line) = end_of_shift(Key { label, door: 312 });
    println!("{line}");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(label: &str, door: u32) -> Key {
        let label = String::from(label);
        Key { label, door }
    }

    #[test]
    fn the_log_says_which_key_lies_in_which_locker() {
        let (_, line) = end_of_shift(key("archive", 312));
        let expected = "archive (door 312) lies in locker 43";
        assert_eq!(line, expected, "the line in the log");
    }

    #[test]
    fn the_locker_has_the_number_of_its_floor() {
        let (locker, _) = end_of_shift(key("roof", 905));
        assert_eq!(locker.number, 49, "the number of the locker");
        assert_eq!(locker.key.door, 905, "the door of the key in it");
    }

    #[test]
    fn the_guard_has_the_key_itself_and_no_second_one() {
        let key = key("archive", 312);
        let letters = key.label.as_ptr(); // where its letters lie in memory
        let (locker, _) = end_of_shift(key);
        assert_eq!(locker.key.label, "archive", "the label in the locker");
        assert!(
            std::ptr::eq(locker.key.label.as_ptr(), letters),
            "a second key was made, and the first was thrown away"
        );
    }

    #[test]
    fn a_key_without_a_label_is_logged_by_its_door() {
        let (_, line) = end_of_shift(key("", 7));
        let expected = " (door 7) lies in locker 40";
        assert_eq!(line, expected, "the line in the log");
    }
}
