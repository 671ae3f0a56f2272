//! Sleeps for a fixed time instead of until the bell rings.
//! refused: token sleep

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

fn block_on<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future); // from here on it stays in its place
    let waker = Waker::from(Arc::new(Bell(thread::current())));
    let mut cx = Context::from_waker(&waker);
    loop {
        match future.as_mut().poll(&mut cx) {
            Poll::Ready(value) => return value,
            Poll::Pending => thread::sleep(std::time::Duration::from_millis(1)),
        }
    }
}

fn main() {
    let price = block_on(async { 250 + 80 });
    println!("soup and bread: {price} cents");
}
