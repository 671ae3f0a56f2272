//! Believes that a guard lets go at its last use.
//! refused: error "future cannot be sent between threads safely" at "pool.spawn(book("

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
    let mut seats = hall.lock().unwrap();
    if seats.free == 0 {
        return false;
    }
    seats.free -= 1;
    let paid = bank(&card).await;
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
