//! Believes that number 1 is in every transfer.
//! refused: test both_directions_open_the_accounts_in_the_same_order

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

/// Moves money from one account to another one, if there is enough. `call` asks
/// the customer whether all is well; that may take minutes.
fn transfer(from: &Account, to: &Account, cents: u64, call: impl Fn()) -> bool {
    call(); // first, while nothing is open
    let (mut source, mut target);
    if from.number == 1 {
        source = from.open(); // the smaller number first ..
        target = to.open();
    } else {
        target = to.open(); // .. in both directions
        source = from.open();
    }
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
