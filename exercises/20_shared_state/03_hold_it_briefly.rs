//! Hold it briefly
//! A transfer opens one account, calls the customer, opens the other account, and
//! moves the money. Two of them in opposite directions never end. Let no account be
//! open during a call, and let both directions open the two in the same order; both
//! stay open while the money moves. Change only `transfer`.

use std::sync::{Mutex, MutexGuard};
use support::DropLog;

struct Account {
    number: u32, // every account has another one
    cents: Mutex<u64>,
    journal: DropLog, // for the tests: what was opened, in which order
}

impl Account {
    fn new(number: u32, cents: u64, journal: &DropLog) -> Account {
        Account {
            number,
            cents: Mutex::new(cents),
            journal: journal.clone(),
        }
    }

    /// Given: waits until nobody else has this account open, and opens it. It
    /// is closed again when the guard goes.
    fn open(&self) -> MutexGuard<'_, u64> {
        let cents = self.cents.lock().unwrap();
        self.journal.note(format!("{} opened", self.number));
        cents
    }
}

/// Moves money from one account to another one, if there is enough. `call` is
/// a closure: it asks the customer whether all is well, and may take minutes.
// TODO: who waits for `from`, and who may be waiting with `to` in hand?
fn transfer(from: &Account, to: &Account, cents: u64, call: impl Fn()) -> bool {
    let mut source = from.open();
    call();
    let mut target = to.open();
    if *source < cents {
        return false;
    }
    *source -= cents;
    *target += cents;
    true
}

fn main() {
    let journal = DropLog::new();
    let shop = Account::new(1, 9_000, &journal);
    let baker = Account::new(2, 500, &journal);
    let moved = transfer(&shop, &baker, 700, || println!("calling .."));
    println!("moved: {moved}, the baker has {} cents", baker.open());
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;
    use std::sync::Barrier;
    use std::thread;

    /// Two accounts and their journal.
    fn accounts(first: u64, second: u64) -> (Account, Account, DropLog) {
        let log = DropLog::new();
        let first = Account::new(1, first, &log);
        (first, Account::new(2, second, &log), log)
    }

    fn balances(first: &Account, second: &Account) -> (u64, u64) {
        (*first.open(), *second.open())
    }

    #[test]
    fn the_money_is_moved() {
        let (shop, baker, _) = accounts(9_000, 500);
        assert!(transfer(&shop, &baker, 700, || ()), "there is enough");
        assert_eq!(balances(&shop, &baker), (8_300, 1_200), "the two balances");
    }

    #[test]
    fn what_is_not_there_is_not_moved() {
        let (shop, baker, _) = accounts(9_000, 500);
        assert!(!transfer(&baker, &shop, 501, || ()), "one cent is missing");
        assert_eq!(balances(&shop, &baker), (9_000, 500), "the two balances");
    }

    #[test]
    fn no_account_is_open_while_the_customer_is_called() {
        let (shop, baker, _) = accounts(9_000, 500);
        let (calls, open) = (Cell::new(0), Cell::new(0));
        transfer(&shop, &baker, 700, || {
            calls.set(calls.get() + 1);
            for account in [&shop, &baker] {
                let is_open = account.cents.try_lock().is_err();
                open.set(open.get() + u32::from(is_open));
            }
        });
        assert_eq!(calls.get(), 1, "the calls to the customer");
        assert_eq!(open.get(), 0, "the accounts open during the call");
    }

    #[test]
    fn both_directions_open_the_accounts_in_the_same_order() {
        for (one, other) in [(1, 2), (7, 12), (30, 8)] {
            let log = DropLog::new();
            let shop = Account::new(one, 900, &log);
            let baker = Account::new(other, 900, &log);
            transfer(&shop, &baker, 100, || ());
            let there = log.lines();
            assert_eq!(there.len(), 2, "the accounts that a transfer opens");
            transfer(&baker, &shop, 100, || ());
            let back = log.lines().split_off(2);
            assert_eq!(back, there, "{other} to {one}, as {one} to {other}");
        }
    }

    #[test]
    fn opposite_transfers_at_the_same_time_come_to_an_end() {
        let found = support::deadline(2, || {
            let (shop, baker, _) = accounts(9_000, 9_000);
            let both = Barrier::new(2); // both are on the phone at once
            let call = || {
                both.wait();
            };
            thread::scope(|scope| {
                scope.spawn(|| {
                    for _ in 0..3 {
                        transfer(&shop, &baker, 20, call);
                    }
                });
                for _ in 0..3 {
                    transfer(&baker, &shop, 30, call);
                }
            });
            balances(&shop, &baker)
        });
        assert_eq!(found, (9_030, 8_970), "the two balances in the end");
    }
}
