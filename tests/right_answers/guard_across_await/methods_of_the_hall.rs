//! What needs the lock stands in two plain functions.

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

fn take(hall: &Mutex<Hall>) -> bool {
    let mut hall = hall.lock().unwrap();
    let any = hall.free > 0;
    if any {
        hall.free -= 1;
    }
    any
}

fn give_back(hall: &Mutex<Hall>) {
    hall.lock().unwrap().free += 1;
}

async fn book(hall: Arc<Mutex<Hall>>, card: String) -> bool {
    if !take(&hall) {
        return false;
    }
    let paid = bank(&card).await;
    if !paid {
        give_back(&hall);
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
