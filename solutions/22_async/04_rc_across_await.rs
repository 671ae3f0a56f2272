//! A future keeps all names that are alive at an `.await`: so it can go on later.
//! With an `Rc` among them it may not change threads. Had the desk kept its `Rc`,
//! two threads might count at once, and free the bill while it is read. Here it did
//! not: the compiler is stricter than need be, for it goes by the types alone.
//! Tempting: "not used after the wait, so not kept". A name lives to the end of its
//! block. Not even `drop(bill)` counts, once the bill was lent (to `Rc::clone`).
//! Another way: `discount(bill)`, the desk gets the only one. Then no bill is left.
//! To read on, offline: `rustup doc --book`, chapter 16.4.

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
    let back = {
        let bill = Rc::new(Bill { cents });
        discount(Rc::clone(&bill))
    }; // the bill is gone before the wait; a number travels with everybody
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
