//! Many on one thread
//! One barista makes many drinks: while the milk of one heats, another goes on.
//! Orders stand in a queue. Poll the first; if it is pending, leave it alone until
//! its waker puts it back, at the end. `serve` is over when the queue is empty.
//! Change only `wake` and `serve`. One thread, and no polling in a circle.

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
        todo!("back into `self.queue`, at its end")
    }
}

fn order(queue: &Queue, drink: impl Future<Output = ()> + Send + 'static) {
    let order = Order {
        drink: Mutex::new(Some(Box::pin(drink))),
        queue: Arc::clone(queue),
    };
    queue.lock().unwrap().push_back(Arc::new(order));
}

// TODO: take the first order, make a waker of it, poll its drink; and again.
fn serve(queue: &Queue) {
    todo!("until the queue is empty")
}

fn main() {
    let queue = Queue::default();
    for name in ["espresso", "cocoa"] {
        order(&queue, async move { println!("{name} served") });
    }
    serve(&queue);
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::poll_fn;
    use std::task::{Poll, Waker};
    use std::thread;
    use support::DropLog;

    /// A drink of so many steps, each of which is written down.
    async fn drink(name: &'static str, steps: u32, log: DropLog) {
        for step in 1..=steps {
            if step > 1 {
                support::yield_now().await;
            }
            log.note(format!("{name} {step}"));
        }
    }

    /// What is written down when these drinks are ordered and served.
    fn served(drinks: Vec<(&'static str, u32)>) -> Vec<String> {
        support::deadline(2, || {
            let (queue, log) = (Queue::default(), DropLog::new());
            for (name, steps) in drinks {
                order(&queue, drink(name, steps, log.clone()));
            }
            serve(&queue);
            log.lines()
        })
    }

    #[test]
    fn drinks_are_made_in_turns() {
        let lines = served(vec![("cocoa", 3), ("tea", 1), ("latte", 2)]);
        let turns = "cocoa 1, tea 1, latte 1, cocoa 2, latte 2, cocoa 3";
        assert_eq!(lines.join(", "), turns, "the steps in their order");
    }

    #[test]
    fn one_barista_does_everything() {
        support::deadline(2, || {
            let queue = Queue::default();
            let threads = Arc::new(Mutex::new(Vec::new()));
            for _ in 0..3 {
                let threads = Arc::clone(&threads);
                order(&queue, async move {
                    support::yield_now().await;
                    threads.lock().unwrap().push(thread::current().id());
                });
            }
            serve(&queue);
            let found = threads.lock().unwrap().clone();
            let me = thread::current().id();
            assert_eq!(found, [me; 3], "the threads on which drinks were made");
        });
    }

    #[test]
    fn a_pending_drink_is_left_alone_until_it_is_woken() {
        support::deadline(2, || {
            let queue = Queue::default();
            // How often it was polled, and its waker.
            let state = Arc::new(Mutex::new((0, None::<Waker>)));
            let kept = Arc::clone(&state);
            order(
                &queue,
                poll_fn(move |cx| {
                    let mut state = kept.lock().unwrap();
                    state.0 += 1;
                    state.1 = Some(cx.waker().clone());
                    match state.0 {
                        1 => Poll::Pending,
                        _ => Poll::Ready(()),
                    }
                }),
            );
            serve(&queue);
            assert_eq!(state.lock().unwrap().0, 1, "polls until it is woken");
            let waker = state.lock().unwrap().1.take().unwrap();
            waker.wake();
            serve(&queue);
            assert_eq!(state.lock().unwrap().0, 2, "polls after it was woken");
        });
    }

    #[test]
    fn a_drink_that_is_done_is_never_polled_again() {
        let polls = support::deadline(2, || {
            let queue = Queue::default();
            let polls = Arc::new(Mutex::new(0));
            let counted = Arc::clone(&polls);
            order(
                &queue,
                poll_fn(move |cx| {
                    cx.waker().wake_by_ref(); // woken twice in every poll
                    cx.waker().wake_by_ref();
                    *counted.lock().unwrap() += 1;
                    match *counted.lock().unwrap() {
                        1 => Poll::Pending,
                        _ => Poll::Ready(()),
                    }
                }),
            );
            serve(&queue);
            *polls.lock().unwrap()
        });
        assert_eq!(polls, 2, "polls of a drink that needs two");
    }
}
