//! The values are taken out only when both are there.

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
        if first.is_some() && second.is_some() {
            return Poll::Ready((first.take().unwrap(), second.take().unwrap()));
        }
        Poll::Pending
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
