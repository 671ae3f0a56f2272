//! A guard that is kept over an `.await` keeps the lock for the whole wait. A task
//! that wants it then holds up its thread, perhaps the one that would unlock it. On
//! some systems only the thread that locked may unlock: so the guard is not `Send`,
//! and `spawn` refuses it. (Clippy warns too: await_holding_lock.)
//! Tempting: look, unlock, wait, then take the seat. Two visitors see the last seat
//! free, and both pay. Take it first, and give it back when the card is refused.
//! Another way, not here: one task owns the hall, and is asked through a channel.
//! To read on, offline: `rustup doc std::sync::MutexGuard`.

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
    if !paid {
        hall.lock().unwrap().free += 1; // locked once more, for this line
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
