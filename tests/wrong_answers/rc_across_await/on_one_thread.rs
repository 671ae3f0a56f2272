//! Spawns where nothing has to travel.
//! refused: test the_receipt_tells_what_was_paid_of_which_bill

use std::rc::Rc;
use support::{JoinHandle, Pool};

/// Desk and till share a bill through an `Rc`: that is an `Arc` whose count only
/// one thread may touch. It is quicker, and therefore not `Send`.
struct Bill {
    cents: u32,
}

/// Given: the desk. For each full 10 euros, 50 cents come back.
fn discount(bill: Rc<Bill>) -> u32 {
    bill.cents / 1000 * 50
}

/// Given: the card reader takes 30 ms.
async fn pay(cents: u32) -> String {
    support::nap(30).await;
    format!("paid {cents}")
}

// TODO: which names are still alive during the `.await`? Which may not travel?
async fn checkout(cents: u32) -> String {
    let bill = Rc::new(Bill { cents });
    let back = discount(Rc::clone(&bill));
    let receipt = pay(bill.cents - back).await;
    format!("{receipt} of {} cents", bill.cents)
}

fn sell(_pool: &Pool, cents: u32) -> JoinHandle<String> {
    support::spawn(checkout(cents))
}

fn main() {
    let pool = support::pool(2);
    let (line, ms) = pool.run(sell(&pool, 2700));
    println!("{line}, after {ms} ms");
}
