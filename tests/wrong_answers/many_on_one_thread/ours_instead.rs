//! Hands the drinks to an executor that is there already.
//! refused: test a_pending_drink_is_left_alone_until_it_is_woken

use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::Wake;

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
    let orders = std::mem::take(&mut *queue.lock().unwrap());
    let drinks = orders
        .iter()
        .filter_map(|order| order.drink.lock().unwrap().take());
    support::run(support::join_all(drinks));
}

fn main() {
    let queue = Queue::default();
    for name in ["espresso", "cocoa"] {
        order(&queue, async move { println!("{name} served") });
    }
    serve(&queue);
}
