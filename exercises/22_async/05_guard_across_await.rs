//! Guard across await
//! An opera sells seats, each sale by a task of its own. `book` locks the hall and
//! keeps it locked until the bank has answered; nobody can even look meanwhile.
//! Lock it only to look or to change. Never sell a seat twice, and let a seat be
//! free again when its card is refused. Change only `book`.

use std::sync::{Arc, Mutex};
use support::{JoinHandle, Pool};

struct Hall {
    free: i32,
}

/// Given: the bank takes 30 ms to say whether a card is good.
async fn bank(card: &str) -> bool {
    support::nap(30).await;
    card != "expired"
}

// TODO: for how long is the hall locked? Who else wants to look in these 30 ms?
async fn book(hall: Arc<Mutex<Hall>>, card: String) -> bool {
    let mut hall = hall.lock().unwrap();
    if hall.free == 0 {
        return false;
    }
    let paid = bank(&card).await;
    if paid {
        hall.free -= 1;
    }
    paid
}

fn sell(pool: &Pool, hall: &Arc<Mutex<Hall>>, card: &str) -> JoinHandle<bool> {
    pool.spawn(book(Arc::clone(hall), String::from(card)))
}

fn main() {
    let pool = support::pool(2);
    let hall = Arc::new(Mutex::new(Hall { free: 2 }));
    let (sold, ms) = pool.run(sell(&pool, &hall, "good"));
    println!("sold: {sold}, after {ms} ms");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hall(free: i32) -> Arc<Mutex<Hall>> {
        Arc::new(Mutex::new(Hall { free }))
    }

    /// Sells to all these cards at once. Tells who got a seat, how many seats are
    /// left, and how long it took.
    fn sale(free: i32, cards: &'static [&str]) -> (Vec<bool>, i32, u64) {
        support::deadline(2, move || {
            let (pool, hall) = (support::pool(2), hall(free));
            let tasks: Vec<_> = cards.iter().map(|card| sell(&pool, &hall, card)).collect();
            let (sold, ms) = pool.run(support::join_all(tasks));
            let left = hall.lock().unwrap().free;
            (sold, left, ms)
        })
    }

    #[test]
    fn two_visitors_can_pay_at_the_same_time() {
        let (sold, left, ms) = sale(5, &["good", "good"]);
        assert_eq!(sold, [true, true], "who got a seat");
        assert_eq!(left, 3, "free seats afterwards");
        assert_eq!(ms, 30, "milliseconds for both together");
    }

    #[test]
    fn the_last_seat_is_sold_once() {
        let (sold, left, _) = sale(1, &["good", "good", "good"]);
        assert_eq!(sold, [true, false, false], "who got the last seat");
        assert_eq!(left, 0, "free seats afterwards");
    }

    #[test]
    fn a_refused_card_leaves_the_seat_free() {
        let (sold, left, _) = sale(3, &["expired", "good"]);
        assert_eq!(sold, [false, true], "who got a seat");
        assert_eq!(left, 2, "free seats afterwards");
    }

    #[test]
    fn the_display_can_look_while_the_bank_is_thinking() {
        let shown = support::deadline(2, || {
            let (pool, hall) = (support::pool(2), hall(4));
            let sale = sell(&pool, &hall, "good");
            let display = async {
                support::nap(10).await;
                hall.lock().unwrap().free
            };
            pool.run(support::join(display, sale)).0.0
        });
        assert_eq!(shown, 3, "free seats after 10 ms: one is being paid");
    }

    #[test]
    fn a_hall_that_is_full_says_so_at_once() {
        let (sold, left, ms) = sale(0, &["good"]);
        assert_eq!(sold, [false], "who got a seat");
        assert_eq!(left, 0, "free seats afterwards");
        assert_eq!(ms, 0, "milliseconds until the visitor knows");
    }
}
