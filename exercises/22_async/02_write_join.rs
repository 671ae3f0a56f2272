//! Write join
//! The tool of the last exercise, made by hand: `join` polls `a`, then `b`, keeps
//! the value of the one that is ready first, and is ready when both are.
//! A future that was ready once must never be polled again: it may panic.
//! Change only the closure after `poll_fn`. Not allowed: `support::join`.

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
    // TODO: one round. Poll who has no value yet; keep values; say how it stands.
    poll_fn(|cx| todo!()).await
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::poll_fn;
    use std::task::Poll;
    use support::DropLog;

    /// Ready at its poll number `ready_at`; every poll is written down.
    async fn machine(name: &str, ready_at: u32, log: DropLog) -> String {
        let mut polls = 0;
        poll_fn(|cx| {
            polls += 1;
            log.note(format!("{name} {polls}"));
            assert!(polls <= ready_at, "{name} was polled after it was ready");
            cx.waker().wake_by_ref();
            match polls == ready_at {
                true => Poll::Ready(String::from(name)),
                false => Poll::Pending,
            }
        })
        .await
    }

    /// The values of two machines, and the polls in their order.
    fn breakfast(kettle: u32, toaster: u32) -> ((String, String), String) {
        let log = DropLog::new();
        let kettle = machine("kettle", kettle, log.clone());
        let toaster = machine("toaster", toaster, log.clone());
        let (values, _) = support::run(join(kettle, toaster));
        (values, log.lines().join(", "))
    }

    #[test]
    fn both_waits_overlap() {
        let (values, ms) = support::run(join(kettle(), toaster()));
        assert_eq!(values, ("tea", "toast"), "drink and food");
        assert_eq!(ms, 180, "as long as the slower one takes");
    }

    #[test]
    fn both_are_polled_in_each_round_the_first_one_first() {
        let (_, polls) = breakfast(2, 2);
        let rounds = "kettle 1, toaster 1, kettle 2, toaster 2";
        assert_eq!(polls, rounds, "the polls");
    }

    #[test]
    fn the_first_may_be_ready_earlier() {
        let (values, polls) = breakfast(1, 3);
        assert_eq!(values.0, "kettle", "the value that came early");
        let rounds = "kettle 1, toaster 1, toaster 2, toaster 3";
        assert_eq!(polls, rounds, "the polls: a ready one is left alone");
    }

    #[test]
    fn the_second_may_be_ready_earlier() {
        let (values, polls) = breakfast(3, 1);
        assert_eq!(values.1, "toaster", "the value that came early");
        let rounds = "kettle 1, toaster 1, kettle 2, kettle 3";
        assert_eq!(polls, rounds, "the polls: a ready one is left alone");
    }

    #[test]
    fn two_that_are_ready_at_once_need_one_round() {
        let (values, polls) = breakfast(1, 1);
        assert_eq!(values.1, "toaster", "the second value");
        assert_eq!(polls, "kettle 1, toaster 1", "the polls");
    }
}
