//! Work on every core that the machine can bear to have at work.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use crate::system::machine;

/// Bytes of stack: more than the main thread of a usual system has.
const STACK: usize = 16 << 20;

/// How many threads: as many as were asked for, else as the machine can bear.
pub fn workers(asked: Option<usize>) -> usize {
    asked.unwrap_or_else(machine::jobs_at_once)
}

/// The results in the order of the items. Each item is taken by the next free thread.
pub fn map<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let workers = workers(None).min(items.len());
    staged(workers, items, |item| vec![item], work)
}

/// Work in two steps: `first` makes some pieces of each item, `then` makes a result of each piece. Results come in the
/// order of the items. A free thread takes a piece if there is one, so that few are waiting at any time.
pub fn staged<'t, T: Sync, P: Send, R: Send>(
    workers: usize,
    items: &'t [T],
    first: impl Fn(&'t T) -> Vec<P> + Sync,
    then: impl Fn(P) -> R + Sync,
) -> Vec<R> {
    let flow = Flow::new(items.len());
    thread::scope(|scope| {
        let worker = || {
            while let Some(task) = flow.next() {
                match task {
                    Task::Item(index) => {
                        let _opening = Opening(&flow);
                        flow.opened(index, first(&items[index]));
                    }
                    Task::Piece(place, piece) => flow.done(place, then(piece)),
                }
            }
        };
        for _ in 0..workers.max(1) {
            // Not the size that RUST_MIN_STACK says: a learner's environment is not ours.
            let thread = thread::Builder::new().stack_size(STACK);
            if thread.spawn_scoped(scope, worker).is_err() {
                worker();
            }
        }
    });
    flow.results()
}

/// Item and place in it.
type Place = (usize, usize);

enum Task<P> {
    Item(usize),
    Piece(Place, P),
}

struct Flow<P, R> {
    state: Mutex<State<P, R>>,
    changed: Condvar,
}

struct State<P, R> {
    items: std::ops::Range<usize>,
    /// The last one is taken first.
    pieces: Vec<(Place, P)>,
    /// Items that some thread is taking apart.
    opening: usize,
    results: Vec<(Place, R)>,
}

impl<P, R> Flow<P, R> {
    fn new(items: usize) -> Flow<P, R> {
        let state = State {
            items: 0..items,
            pieces: Vec::new(),
            opening: 0,
            results: Vec::new(),
        };
        Flow {
            state: Mutex::new(state),
            changed: Condvar::new(),
        }
    }

    /// A thread that panicked has left nothing half done here.
    fn state(&self) -> MutexGuard<'_, State<P, R>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits while there may be pieces soon; `None` when all is done or being done.
    fn next(&self) -> Option<Task<P>> {
        let mut state = self.state();
        loop {
            if let Some((place, piece)) = state.pieces.pop() {
                return Some(Task::Piece(place, piece));
            }
            if let Some(index) = state.items.next() {
                state.opening += 1;
                return Some(Task::Item(index));
            }
            if state.opening == 0 {
                return None;
            }
            state = self
                .changed
                .wait(state)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn opened(&self, index: usize, pieces: Vec<P>) {
        let places = (0..).map(|place| (index, place));
        let pieces: Vec<_> = places.zip(pieces).collect();
        self.state().pieces.extend(pieces.into_iter().rev());
    }

    fn done(&self, place: Place, result: R) {
        self.state().results.push((place, result));
    }

    fn results(self) -> Vec<R> {
        let state = self
            .state
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner);
        let mut results = state.results;
        results.sort_by_key(|(place, _)| *place);
        results.into_iter().map(|(_, result)| result).collect()
    }
}

/// While an item is taken apart, others wait for its pieces; not for ever, should that end in a panic.
struct Opening<'a, P, R>(&'a Flow<P, R>);

impl<P, R> Drop for Opening<'_, P, R> {
    fn drop(&mut self) {
        self.0.state().opening -= 1;
        self.0.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order_whatever_the_number_of_threads() {
        for workers in [1, 2, 7] {
            let items: Vec<usize> = (0..9).collect();
            let results = staged(
                workers,
                &items,
                |item| (0..*item % 4).map(|piece| (*item, piece)).collect(),
                |(item, piece)| item * 10 + piece,
            );
            let expected = [10, 20, 21, 30, 31, 32, 50, 60, 61, 70, 71, 72];
            assert_eq!(results, expected, "{workers} threads");
        }
    }

    #[test]
    fn no_items_are_no_results() {
        let results: Vec<u8> = staged(3, &[], |_: &u8| vec![0u8], |piece| piece);
        assert!(results.is_empty());
    }
}
