//! A queue, a loop, and wakers that put tasks back: with timers and sockets added,
//! this is a runtime. Thousands of futures can wait on one thread, for while one is
//! pending it costs its memory and no time at all.
//! Tempting: push every pending order back at once. It looks fair, but the loop
//! then asks all of them over and over. To bring it back is the waker's business.
//! Tempting too: `while let .. = queue.lock().unwrap().pop_front()`. Locked to its
//! closing brace, so `wake` waits for ever. Another way: a function that pops only.
//! To read on, offline: `rustup doc std::task::Wake`.

use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Wake, Waker};

type Drink = Pin<Box<dyn Future<Output = ()> + Send>>; // any future, in a box
type Queue = Arc<Mutex<VecDeque<Arc<Order>>>>;

struct Order {
    drink: Mutex<Option<Drink>>, // `None` when it is done: never poll it again
    queue: Queue,
}

impl Wake for Order {
    fn wake(self: Arc<Self>) {
        let order = Arc::clone(&self);
        self.queue.lock().unwrap().push_back(order);
    }
}

fn order(queue: &Queue, drink: impl Future<Output = ()> + Send + 'static) {
    let order = Order {
        drink: Mutex::new(Some(Box::pin(drink))),
        queue: Arc::clone(queue),
    };
    queue.lock().unwrap().push_back(Arc::new(order));
}

fn serve(queue: &Queue) {
    loop {
        let first = queue.lock().unwrap().pop_front(); // unlocked at the `;`
        let Some(order) = first else { return };
        let waker = Waker::from(Arc::clone(&order));
        let mut cx = Context::from_waker(&waker);
        let mut drink = order.drink.lock().unwrap();
        // An order that was woken twice comes by again when it is done.
        let Some(future) = drink.as_mut() else {
            continue;
        };
        if future.as_mut().poll(&mut cx).is_ready() {
            *drink = None;
        }
    }
}

fn main() {
    let queue = Queue::default();
    for name in ["espresso", "cocoa"] {
        order(&queue, async move { println!("{name} served") });
    }
    serve(&queue);
}
