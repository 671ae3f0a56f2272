//! Calls the one that is there already.
//! refused: token support::join

use std::future::Future;
use std::pin::pin;

/// `A` and `B` are any two futures; `A::Output` is the type of what `A` gives.
async fn join<A: Future, B: Future>(a: A, b: B) -> (A::Output, B::Output) {
    let a = pin!(a); // `pin!`: from here on it stays in its place
    let b = pin!(b); // `b.as_mut()` lends it out for one poll
    support::join(a, b).await
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
