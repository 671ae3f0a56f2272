//! No parts: each worker takes the next item, and puts its answer in its place.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
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
    let next = AtomicUsize::new(0);
    let mut places = Vec::new();
    places.resize_with(items.len(), || None);
    let places = Mutex::new(places);
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    let place = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(place) else { break };
                    let answer = f(item);
                    places.lock().unwrap()[place] = Some(answer);
                }
            });
        }
    });
    places.into_inner().unwrap().into_iter().flatten().collect()
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
