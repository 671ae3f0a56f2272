//! The drink is taken out to be polled, and put back if it is pending.

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
        let drink = order.drink.lock().unwrap().take();
        let Some(mut future) = drink else { continue };
        if future.as_mut().poll(&mut cx).is_pending() {
            *order.drink.lock().unwrap() = Some(future);
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
