//! That is all a future is: a value with one function, which goes as far as it can
//! and returns. `Pending` means "ask again later". `.await` does the asking.
//! Tempting: wait inside `poll`, until the answer is `Ready`. Then nobody else on
//! this thread goes on meanwhile; to step back is what `poll` is for.
//! This tea suits a cook who looks by the clock. An executor asks again only when
//! it is told to, and this tea tells nobody: that is the matter of 21.5.
//! Another way, not here: `async fn` writes such a type, with its `poll`, for you.
//! To read on, offline: `rustup doc std::future::Future`.

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
        if self.minutes_left > 0 {
            self.minutes_left -= 1;
            return Poll::Pending;
        }
        Poll::Ready(format!("the {} tea is ready", self.sort))
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
