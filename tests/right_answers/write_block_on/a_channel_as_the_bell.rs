//! Each ring is a message, and the thread waits for the next one.

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::task::{Context, Poll, Wake, Waker};

/// A bell that is heard at the other end.
struct Bell(Sender<()>);

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        let _ = self.0.send(()); // nobody may be listening any more
    }
}

fn block_on<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future); // from here on it stays in its place
    let (bell, rings) = mpsc::channel();
    let waker = Waker::from(Arc::new(Bell(bell)));
    let mut cx = Context::from_waker(&waker);
    loop {
        match future.as_mut().poll(&mut cx) {
            Poll::Ready(value) => return value,
            Poll::Pending => rings.recv().expect("`waker` has a bell"),
        }
    }
}

fn main() {
    let price = block_on(async { 250 + 80 });
    println!("soup and bread: {price} cents");
}
