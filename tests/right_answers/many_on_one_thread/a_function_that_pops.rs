//! A function takes the first order out; its lock ends with it.

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
    while let Some(order) = first(queue) {
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

fn first(queue: &Queue) -> Option<Arc<Order>> {
    queue.lock().unwrap().pop_front()
}

fn main() {
    let queue = Queue::default();
    for name in ["espresso", "cocoa"] {
        order(&queue, async move { println!("{name} served") });
    }
    serve(&queue);
}
