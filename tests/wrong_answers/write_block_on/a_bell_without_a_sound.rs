//! The thread sleeps, and the waker does nothing about it.
//! refused: test another_thread_can_wake_the_one_that_sleeps

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

/// A bell at the bed of one thread.
struct Bell(Thread);

impl Wake for Bell {
    fn wake(self: Arc<Self>) {}
}

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
