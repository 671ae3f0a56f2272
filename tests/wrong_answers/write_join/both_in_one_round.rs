//! Believes that both must be ready in the same round.
//! refused: test the_second_may_be_ready_earlier

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;

/// `A` and `B` are any two futures; `A::Output` is the type of what `A` gives.
async fn join<A: Future, B: Future>(a: A, b: B) -> (A::Output, B::Output) {
    let mut a = pin!(a); // `pin!`: from here on it stays in its place
    let mut b = pin!(b); // `b.as_mut()` lends it out for one poll
    // `poll_fn` makes a future of a closure: to poll it is to call the closure.
    poll_fn(|cx| match (a.as_mut().poll(cx), b.as_mut().poll(cx)) {
        (Poll::Ready(x), Poll::Ready(y)) => Poll::Ready((x, y)),
        _ => Poll::Pending,
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
