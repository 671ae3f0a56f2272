//! `checked_sub` says whether a minute is left.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

struct Tea {
    sort: String,
    minutes_left: u32,
}

impl Future for Tea {
    type Output = String;

    // One look: it never waits, it only says how things stand.
    fn poll(mut self: Pin<&mut Self>, _cx: &mut Context<'_>) -> Poll<String> {
        match self.minutes_left.checked_sub(1) {
            Some(left) => {
                self.minutes_left = left;
                Poll::Pending
            }
            None => Poll::Ready(format!("the {} tea is ready", self.sort)),
        }
    }
}

/// Given: one look at the tea. `Pin::new(tea)` is a `&mut Tea` and a promise: the
/// tea will not be moved meanwhile. `cx` brings a waker, for futures that call
/// when they are ready; this cook looks without being called, so it does nothing.
fn look(tea: &mut Tea) -> Poll<String> {
    let mut cx = Context::from_waker(Waker::noop());
    Pin::new(tea).poll(&mut cx)
}

fn main() {
    let mut tea = Tea {
        sort: String::from("green"),
        minutes_left: 2,
    };
    for minute in 0..3 {
        println!("minute {minute}: {:?}", look(&mut tea));
    }
}
