//! Wake me up
//! The night porter of a hotel sleeps until the door is opened. Then it is opened,
//! and he sleeps on, because nobody knows how to wake him. A pending future leaves
//! its waker where it can be found, and whoever has the news calls it.
//! Change only `poll` and `open`.

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

    // TODO: what must this function leave behind before it says `Pending`?
    fn poll(self: Pin<&mut Self>, _cx: &mut Context<'_>) -> Poll<&'static str> {
        let door = self.0.lock().unwrap();
        if door.is_open {
            return Poll::Ready("good evening");
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::poll_fn;
    use std::pin::pin;

    fn shut() -> Arc<Mutex<Door>> {
        Arc::new(Mutex::new(Door::default()))
    }

    /// A guest who comes after 500 ms.
    async fn guest(door: Arc<Mutex<Door>>) {
        support::nap(500).await;
        open(&door);
    }

    #[test]
    fn the_porter_wakes_up_when_the_door_is_opened() {
        let door = shut();
        let sleep = Opened(Arc::clone(&door));
        let ((words, ()), ms) = support::run(support::join(sleep, guest(door)));
        assert_eq!(words, "good evening", "the porter's words");
        assert_eq!(ms, 500, "milliseconds until he says them");
    }

    #[test]
    fn the_porter_is_woken_once_and_not_asked_all_night() {
        let door = shut();
        let mut sleep = Opened(Arc::clone(&door));
        let (polls, _) = support::run(async {
            let porter = support::spawn(async move {
                let mut polls = 0;
                poll_fn(|cx| {
                    polls += 1;
                    Pin::new(&mut sleep).poll(cx)
                })
                .await;
                polls
            });
            guest(door).await;
            porter.await
        });
        assert_eq!(polls, 2, "polls: one before the sleep, one after it");
    }

    #[test]
    fn of_several_wakers_the_newest_is_called() {
        let door = shut();
        let mut sleep = pin!(Opened(Arc::clone(&door)));
        let mut by_hand = Context::from_waker(Waker::noop());
        let first = sleep.as_mut().poll(&mut by_hand); // wakes nobody
        assert_eq!(first, Poll::Pending, "the porter at a shut door");
        let ((words, ()), _) = support::run(support::join(sleep, guest(door)));
        assert_eq!(words, "good evening", "the porter's words");
    }

    #[test]
    fn a_door_can_be_opened_when_nobody_waits() {
        let door = shut();
        open(&door);
        let (words, ms) = support::run(Opened(door));
        assert_eq!(words, "good evening", "the words of a late porter");
        assert_eq!(ms, 0, "milliseconds that he sleeps");
    }
}
