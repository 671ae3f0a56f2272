//! Steps that do not need each other, at once where there is room: of one check alone on all cores, of many checks on none
//! but their own.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// How many compilers and programs of an engine may be at work at once, over all of its checks.
pub(super) struct Width {
    most: AtomicUsize,
    busy: AtomicUsize,
}

/// One at work, as long as this lives.
pub(super) struct Busy<'a>(&'a Width);

impl Drop for Busy<'_> {
    fn drop(&mut self) {
        self.0.busy.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Width {
    pub(super) fn new(most: usize) -> Width {
        Width {
            most: AtomicUsize::new(most),
            busy: AtomicUsize::new(0),
        }
    }

    pub(super) fn set(&self, most: usize) {
        self.most.store(most, Ordering::Relaxed);
    }

    /// A check never waits: whoever asks for many has said how many at once.
    pub(super) fn enter(&self) -> Busy<'_> {
        self.busy.fetch_add(1, Ordering::Relaxed);
        Busy(self)
    }

    /// One more, if there is room.
    fn try_enter(&self) -> Option<Busy<'_>> {
        let most = self.most.load(Ordering::Relaxed);
        let more = |busy| (busy < most).then_some(busy + 1);
        let entered = self
            .busy
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, more);
        entered.is_ok().then(|| Busy(self))
    }

    /// The results in the order of the items.
    pub(super) fn map<T: Sync, R: Send>(
        &self,
        items: &[T],
        each: impl Fn(&T) -> R + Sync,
    ) -> Vec<R> {
        let next = AtomicUsize::new(0);
        let work = || {
            let mut done = Vec::new();
            loop {
                let index = next.fetch_add(1, Ordering::Relaxed);
                let Some(item) = items.get(index) else {
                    return done;
                };
                done.push((index, each(item)));
            }
        };
        let mut all = thread::scope(|scope| {
            let room = (1..items.len()).map_while(|_| self.try_enter());
            let help = |busy| {
                scope.spawn(move || {
                    let _busy = busy;
                    work()
                })
            };
            let helpers: Vec<_> = room.map(help).collect();
            let mut all = work();
            for helper in helpers {
                let theirs = helper.join();
                all.extend(theirs.unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
            }
            all
        });
        all.sort_by_key(|(index, _)| *index);
        all.into_iter().map(|(_, result)| result).collect()
    }

    /// Both results.
    pub(super) fn both<A: Send, B>(
        &self,
        one: impl FnOnce() -> A + Send,
        other: impl FnOnce() -> B,
    ) -> (A, B) {
        let Some(busy) = self.try_enter() else {
            return (one(), other());
        };
        thread::scope(|scope| {
            let one = scope.spawn(move || {
                let _busy = busy;
                one()
            });
            let other = other();
            let one = one.join();
            let one = one.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            (one, other)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_stand_in_the_order_of_the_items() {
        let items: Vec<usize> = (0..50).collect();
        let doubled: Vec<usize> = items.iter().map(|n| n * 2).collect();
        for most in [1, 4] {
            let width = Width::new(most);
            let _check = width.enter();
            assert_eq!(width.map(&items, |n| n * 2), doubled);
            assert!(width.map(&[], |n: &usize| *n).is_empty());
            assert_eq!(width.both(|| 1, || 2), (1, 2));
        }
    }

    #[test]
    fn all_checks_together_keep_to_the_width() {
        let width = Width::new(3);
        let (now, highest) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let step = |_: &usize| {
            let at_once = now.fetch_add(1, Ordering::SeqCst) + 1;
            highest.fetch_max(at_once, Ordering::SeqCst);
            thread::yield_now();
            now.fetch_sub(1, Ordering::SeqCst);
        };
        let items: Vec<usize> = (0..200).collect();
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    let _check = width.enter();
                    width.map(&items, step);
                    width.both(|| step(&0), || step(&0));
                });
            }
        });
        let highest = highest.into_inner();
        // Both checks have begun by themselves: at the least those two, and one helper may have come first.
        assert!(highest <= 4, "{highest} at once");
        assert_eq!(width.busy.into_inner(), 0, "all have left");
    }
}
