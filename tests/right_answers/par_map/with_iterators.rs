//! The two loops as two chains; the list in between is what lets all of them start.

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
    let length = items.len().div_ceil(workers).max(1);
    let f = &f;
    thread::scope(|scope| {
        let busy: Vec<_> = items
            .chunks(length)
            .map(|part| scope.spawn(move || part.iter().map(f).collect::<Vec<U>>()))
            .collect();
        busy.into_iter()
            .flat_map(|worker| worker.join().expect("a worker has panicked"))
            .collect()
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
