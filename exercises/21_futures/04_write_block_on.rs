//! Write block_on
//! Somebody has to poll. `block_on` drives one future to its end, on the thread
//! that calls it. While the future is pending the thread sleeps (`thread::park`),
//! and the future's waker is a bell that wakes it up (`unpark`).
//! Write both halves. Change only `wake` and `block_on`; do not poll in a circle.

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

/// A bell at the bed of one thread.
struct Bell(Thread);

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        todo!("ring: wake the thread `self.0`")
    }
}

// `F` is any future; `F::Output` is the type of what it gives.
// TODO: sleep until the bell rings, then poll again; as often as it takes.
fn block_on<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future); // from here on it stays in its place
    let waker = Waker::from(Arc::new(Bell(thread::current())));
    let mut cx = Context::from_waker(&waker);
    match future.as_mut().poll(&mut cx) {
        Poll::Ready(value) => value,
        Poll::Pending => todo!("sleep until the bell rings"),
    }
}

fn main() {
    let price = block_on(async { 250 + 80 });
    println!("soup and bread: {price} cents");
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::poll_fn;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::SeqCst};
    use std::task::Poll;
    use std::thread;

    #[test]
    fn a_future_that_is_ready_is_polled_once() {
        let mut polls = 0;
        let value = block_on(poll_fn(|_| {
            polls += 1;
            Poll::Ready("soup")
        }));
        assert_eq!(value, "soup", "the value");
        assert_eq!(polls, 1, "how often it was polled");
    }

    #[test]
    fn a_bell_that_rings_before_the_thread_sleeps_is_heard() {
        let polls = support::deadline(2, || {
            let mut polls = 0;
            block_on(poll_fn(|cx| {
                polls += 1;
                if polls > 100 {
                    return Poll::Ready(());
                }
                cx.waker().wake_by_ref(); // rings at once, 100 times
                Poll::Pending
            }));
            polls
        });
        assert_eq!(polls, 101, "polls, for a bell that rings 100 times");
    }

    const COOKING: u32 = 5_000;

    /// Ready when another thread says so, some time later.
    async fn from_the_kitchen(polls: Arc<AtomicU32>) -> &'static str {
        let cooked = Arc::new(AtomicBool::new(false));
        poll_fn(|cx| {
            if polls.fetch_add(1, SeqCst) == 0 {
                let (waker, cooked) = (cx.waker().clone(), Arc::clone(&cooked));
                let polls = Arc::clone(&polls);
                thread::spawn(move || {
                    // Lets others go first, many times over: who polls in a
                    // circle has polled on by then, and who sleeps has not.
                    for _ in 0..COOKING {
                        if polls.load(SeqCst) > 4 {
                            break;
                        }
                        thread::yield_now();
                    }
                    cooked.store(true, SeqCst);
                    waker.wake();
                });
            }
            match cooked.load(SeqCst) {
                true => Poll::Ready("soup"),
                false => Poll::Pending,
            }
        })
        .await
    }

    #[test]
    fn another_thread_can_wake_the_one_that_sleeps() {
        let value = support::deadline(2, || {
            block_on(async {
                let first = from_the_kitchen(Arc::default()).await;
                let second = from_the_kitchen(Arc::default()).await;
                format!("{first}, {second}")
            })
        });
        assert_eq!(value, "soup, soup", "what came from the kitchen");
    }

    #[test]
    fn while_nothing_happens_the_thread_sleeps() {
        let polls = Arc::new(AtomicU32::new(0));
        let seen = Arc::clone(&polls);
        support::deadline(2, || block_on(from_the_kitchen(seen)));
        let polls = polls.load(SeqCst);
        assert!(
            polls <= 4,
            "polled {polls} times before the bell rang; twice is enough: \
             once to ask, once after the bell"
        );
    }
}
