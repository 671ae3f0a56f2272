//! Poll; when pending, sleep; when woken, poll again. Every runtime has such a loop
//! at its core; tokio, smol and others add queues, timers and sockets to it.
//! A bell that rings too early is not lost: `unpark` before `park` leaves a token,
//! and the next `park` takes it and returns at once.
//! Tempting: a loop that polls without sleeping, or sleeps for 1 ms. Both work, and
//! both pay for asking: a thousand idle futures would keep the machine busy.
//! Another way: a channel or a `Condvar` as the bell; a little more to write.
//! To read on, offline: `rustup doc std::thread::park`.

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

/// A bell at the bed of one thread.
struct Bell(Thread);

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        self.0.unpark(); // ends its sleep, or the next one if it is still awake
    }
}

// `F` is any future; `F::Output` is the type of what it gives.
fn block_on<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future); // from here on it stays in its place
    let waker = Waker::from(Arc::new(Bell(thread::current())));
    let mut cx = Context::from_waker(&waker);
    loop {
        match future.as_mut().poll(&mut cx) {
            Poll::Ready(value) => return value,
            Poll::Pending => thread::park(), // sleeps until the bell rings
        }
    }
}

fn main() {
    let price = block_on(async { 250 + 80 });
    println!("soup and bread: {price} cents");
}
