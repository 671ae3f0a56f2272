//! Rounds the length of a part down, so that one more part is left over.
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
    let length = (items.len() / workers).max(1);
    let f = &f;
    thread::scope(|scope| {
        let mut busy = Vec::new();
        for part in items.chunks(length) {
            busy.push(scope.spawn(move || part.iter().map(f).collect::<Vec<U>>()));
        }
        let mut answers = Vec::new();
        for worker in busy {
            answers.extend(worker.join().expect("a worker has panicked"));
        }
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
