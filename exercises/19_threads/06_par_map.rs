//! Par map
//! A newspaper turns large photos into small ones, one by one, on one of its many
//! processor cores. Write `par_map`: it gives each worker a part of the list, has
//! all workers work at once, and keeps the answers in order. A panic in `f` must
//! reach the caller. Change only `par_map`. Scoped threads are all that it takes.

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
    todo!()
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;
    use std::panic::catch_unwind;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::{Barrier, Condvar, Mutex};

    #[test]
    fn the_answers_are_in_the_order_of_the_list() {
        let calls = AtomicUsize::new(0);
        let squares = par_map(&[1, 2, 3, 4, 5, 6, 7], 3, |n| {
            calls.fetch_add(1, Ordering::SeqCst);
            n * n
        });
        assert_eq!(squares, [1, 4, 9, 16, 25, 36, 49], "the answers");
        assert_eq!(calls.into_inner(), 7, "the calls of `f`, one per item");
    }

    #[test]
    fn an_answer_that_is_ready_early_waits_for_its_place() {
        // The first item is done only when the last one has begun. So two
        // workers have to be at work at once, and the second is quicker than
        // the first.
        let letters = support::deadline(2, || {
            let (meeting, items) = (Barrier::new(2), ["a", "b", "c", "d"]);
            par_map(&items, 2, |item| {
                if *item == "a" || *item == "d" {
                    meeting.wait();
                }
                item.to_uppercase()
            })
        });
        assert_eq!(letters, ["A", "B", "C", "D"], "the answers");
    }

    #[test]
    fn three_workers_are_at_work_at_once_and_no_fourth_one() {
        let found = support::deadline(2, || {
            let (seen, bell) = (Mutex::new(HashSet::new()), Condvar::new());
            par_map(&[0; 20], 3, |_| {
                // Nobody goes on before three threads have begun.
                let mut seen = seen.lock().unwrap();
                seen.insert(thread::current().id());
                bell.notify_all();
                drop(bell.wait_while(seen, |seen| seen.len() < 3).unwrap());
            });
            seen.into_inner().unwrap().len()
        });
        assert_eq!(found, 3, "the threads at work for three workers");
    }

    #[test]
    fn a_panic_in_one_worker_reaches_the_caller() {
        let checked = |n: &u32| {
            assert!(*n > 0, "nothing to shrink: this panic is the test's");
            *n
        };
        assert_eq!(
            par_map(&[8, 4], 2, checked),
            [8, 4],
            "the answers without a panic"
        );
        let kept = catch_unwind(|| par_map(&[8, 0, 4], 3, checked)).ok();
        assert_eq!(kept, None, "what came back in spite of the panic");
    }

    #[test]
    fn an_empty_list_and_idle_workers_are_fine() {
        let none: Vec<u32> = par_map(&[], 4, |n: &u32| *n);
        assert_eq!(none, [], "the answers to nothing");
        assert_eq!(
            par_map(&[5], 4, |n| n + 1),
            [6],
            "the answer of four workers"
        );
    }
}
