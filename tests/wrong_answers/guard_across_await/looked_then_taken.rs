//! Unlocks between the look and the taking.
//! refused: test the_last_seat_is_sold_once

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

async fn book(hall: Arc<Mutex<Hall>>, card: String) -> bool {
    if hall.lock().unwrap().free == 0 {
        return false;
    }
    let paid = bank(&card).await;
    if paid {
        let mut hall = hall.lock().unwrap();
        hall.free = hall.free.saturating_sub(1);
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
