//! Forgets that a card may be refused.
//! refused: test a_refused_card_leaves_the_seat_free

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
    {
        let mut hall = hall.lock().unwrap();
        if hall.free == 0 {
            return false;
        }
        hall.free -= 1; // taken before anybody else can look
    } // unlocked here, before the wait
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
