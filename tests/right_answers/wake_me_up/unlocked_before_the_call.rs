//! The door is let go before the waker is called.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};

#[derive(Default)]
struct Door {
    is_open: bool,
    waker: Option<Waker>, // of whoever waits for this door
}

/// The porter's sleep: a future that is ready when the door is open.
struct Opened(Arc<Mutex<Door>>);

impl Future for Opened {
    type Output = &'static str;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<&'static str> {
        let mut door = self.0.lock().unwrap();
        if door.is_open {
            return Poll::Ready("good evening");
        }
        door.waker = Some(cx.waker().clone()); // in place of an older one
        Poll::Pending
    }
}

/// A guest opens the door. That is the news which the porter waits for.
fn open(door: &Mutex<Door>) {
    let mut door = door.lock().unwrap();
    door.is_open = true;
    // Nobody may be waiting, so `take` may find nothing.
    let waker = door.waker.take();
    drop(door);
    if let Some(waker) = waker {
        waker.wake();
    }
}

fn main() {
    let door = Arc::new(Mutex::new(Door::default()));
    let porter = Opened(Arc::clone(&door));
    let guest = async { open(&door) };
    let ((words, ()), _) = support::run(support::join(porter, guest));
    println!("the porter says {words}");
}
