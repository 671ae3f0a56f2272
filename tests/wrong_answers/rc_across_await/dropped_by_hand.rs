//! Drops the `Rc` before the wait. It is freed, but the compiler still counts the name.
//! refused: error "future cannot be sent between threads safely" at "pool.spawn(checkout(cents))"

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

async fn checkout(cents: u32) -> String {
    let bill = Rc::new(Bill { cents });
    let back = discount(Rc::clone(&bill));
    drop(bill);
    let receipt = pay(cents - back).await;
    format!("{receipt} of {cents} cents")
}

fn sell(pool: &Pool, cents: u32) -> JoinHandle<String> {
    pool.spawn(checkout(cents))
}

fn main() {
    let pool = support::pool(2);
    let (line, ms) = pool.run(sell(&pool, 2700));
    println!("{line}, after {ms} ms");
}
