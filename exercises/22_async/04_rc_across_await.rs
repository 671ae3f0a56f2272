//! Rc across await
//! A zoo sells tickets: a task adds up the bill, then waits for the card. Two
//! workers share the tasks, so after its wait a task may go on with the other one,
//! and takes along all that it still keeps. An `Rc` may not travel like that.
//! Change only `checkout`; the desk is still given its `Rc`.

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

fn sell(pool: &Pool, cents: u32) -> JoinHandle<String> {
    pool.spawn(checkout(cents))
}

fn main() {
    let pool = support::pool(2);
    let (line, ms) = pool.run(sell(&pool, 2700));
    println!("{line}, after {ms} ms");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_receipt_tells_what_was_paid_of_which_bill() {
        let pool = support::pool(2);
        let (line, _) = pool.run(sell(&pool, 2700));
        assert_eq!(line, "paid 2600 of 2700 cents", "the receipt");
    }

    #[test]
    fn a_small_bill_is_paid_in_full() {
        let pool = support::pool(2);
        let (line, _) = pool.run(sell(&pool, 999));
        assert_eq!(line, "paid 999 of 999 cents", "the receipt");
    }

    #[test]
    fn many_visitors_pay_at_the_same_time() {
        let pool = support::pool(2);
        let visitors: Vec<_> = [900, 1800, 2700]
            .into_iter()
            .map(|cents| sell(&pool, cents))
            .collect();
        let (lines, ms) = pool.run(support::join_all(visitors));
        assert_eq!(lines[1], "paid 1750 of 1800 cents", "the second receipt");
        assert_eq!(ms, 30, "milliseconds for all three together");
    }
}
