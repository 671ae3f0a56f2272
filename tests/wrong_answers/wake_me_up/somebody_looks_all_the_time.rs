//! A thread of its own looks at the door, over and over, and calls.
//! refused: token spawn

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
        let door = self.0.lock().unwrap();
        if door.is_open {
            return Poll::Ready("good evening");
        }
        let (door, waker) = (Arc::clone(&self.0), cx.waker().clone());
        std::thread::spawn(move || {
            while !door.lock().unwrap().is_open {
                std::thread::yield_now();
            }
            waker.wake();
        });
        Poll::Pending
    }
}

/// A guest opens the door. That is the news which the porter waits for.
fn open(door: &Mutex<Door>) {
    let mut door = door.lock().unwrap();
    door.is_open = true;
}

fn main() {
    let door = Arc::new(Mutex::new(Door::default()));
    let porter = Opened(Arc::clone(&door));
    let guest = async { open(&door) };
    let ((words, ()), _) = support::run(support::join(porter, guest));
    println!("the porter says {words}");
}
