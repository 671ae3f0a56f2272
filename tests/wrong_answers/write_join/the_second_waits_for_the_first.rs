//! Polls `b` only when `a` has its value.
//! refused: test both_waits_overlap

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;

/// `A` and `B` are any two futures; `A::Output` is the type of what `A` gives.
async fn join<A: Future, B: Future>(a: A, b: B) -> (A::Output, B::Output) {
    let mut a = pin!(a); // `pin!`: from here on it stays in its place
    let mut b = pin!(b); // `b.as_mut()` lends it out for one poll
    let mut first: Option<A::Output> = None;
    // `poll_fn` makes a future of a closure: to poll it is to call the closure.
    // TODO: one round. Poll who has no value yet; keep values; say how it stands.
    poll_fn(|cx| {
        if first.is_none() {
            match a.as_mut().poll(cx) {
                Poll::Ready(value) => first = Some(value),
                Poll::Pending => return Poll::Pending,
            }
        }
        b.as_mut()
            .poll(cx)
            .map(|y| (first.take().expect("a is ready"), y))
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
