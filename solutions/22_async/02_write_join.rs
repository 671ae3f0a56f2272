//! `join` is no thread and no magic: it hands each poll on to its two futures, with
//! the same `cx`, so that either of them can wake the task. All happens in turns.
//! Tempting: `(a.await, b.await)`. The second is polled after the first is over.
//! Tempting too: poll both each time. A future that was ready has given its value
//! away: an `async fn` that is polled again panics, and other types may hang.
//! Another way, not here: a waker for each child, so that only the one that was
//! woken is polled. Worth its code when there are hundreds of them.
//! To read on, offline: `rustup doc std::future::poll_fn`.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;

/// `A` and `B` are any two futures; `A::Output` is the type of what `A` gives.
async fn join<A: Future, B: Future>(a: A, b: B) -> (A::Output, B::Output) {
    let mut a = pin!(a); // `pin!`: from here on it stays in its place
    let mut b = pin!(b); // `b.as_mut()` lends it out for one poll
    let mut first: Option<A::Output> = None;
    let mut second: Option<B::Output> = None;
    // `poll_fn` makes a future of a closure: to poll it is to call the closure.
    poll_fn(|cx| {
        // Who has a value is left alone.
        if first.is_none()
            && let Poll::Ready(value) = a.as_mut().poll(cx)
        {
            first = Some(value);
        }
        if second.is_none()
            && let Poll::Ready(value) = b.as_mut().poll(cx)
        {
            second = Some(value);
        }
        match (first.take(), second.take()) {
            (Some(x), Some(y)) => Poll::Ready((x, y)),
            (x, y) => {
                (first, second) = (x, y); // one is missing: put them back
                Poll::Pending
            }
        }
    })
    .await
}

async fn kettle() -> &'static str {
    support::nap(180).await;
    "tea"
}

async fn toaster() -> &'static str {
    support::nap(120).await;
    "toast"
}

fn main() {
    let ((drink, food), ms) = support::run(join(kettle(), toaster()));
    println!("{drink} and {food} after {ms} ms");
}
