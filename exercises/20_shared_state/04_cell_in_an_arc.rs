//! Cell in an Arc
//! A pool counts its visitors at several doors, one thread for each. The number can
//! be changed through `&`, because it is in a `RefCell`; but that is a tool for one
//! thread alone. Choose another one, the smallest that does it. Change only
//! `Visitors`, its three methods, and the imports. Not allowed: `unsafe`.

use std::cell::RefCell;
use std::sync::Arc;
use std::thread;

// A `RefCell` counts its loans while the program runs, with a plain number.
// TODO: what counts right when several threads come at the same time?
struct Visitors {
    today: RefCell<u64>,
}

impl Visitors {
    fn new() -> Visitors {
        Visitors {
            today: RefCell::new(0),
        }
    }

    /// Some people come in.
    fn enter(&self, people: u64) {
        *self.today.borrow_mut() += people;
    }

    /// How many have come in so far.
    fn total(&self) -> u64 {
        *self.today.borrow()
    }
}

/// Given: stands at a door, and counts each group that comes in.
fn watch(groups: &[u64], visitors: &Visitors) {
    for people in groups {
        visitors.enter(*people);
    }
}

fn open_doors(doors: Vec<Vec<u64>>, visitors: &Arc<Visitors>) {
    let mut threads = Vec::new();
    for groups in doors {
        let visitors = Arc::clone(visitors);
        threads.push(thread::spawn(move || watch(&groups, &visitors)));
    }
    for thread in threads {
        thread.join().expect("the door is closed");
    }
}

fn main() {
    let visitors = Arc::new(Visitors::new());
    open_doors(vec![vec![2, 5, 1], vec![4, 4]], &visitors);
    println!("{} visitors today", visitors.total());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(doors: Vec<Vec<u64>>) -> u64 {
        let visitors = Arc::new(Visitors::new());
        open_doors(doors, &visitors);
        visitors.total()
    }

    #[test]
    fn two_doors_count_into_one_number() {
        assert_eq!(count(vec![vec![2, 5, 1], vec![4, 4]]), 16, "the visitors");
    }

    #[test]
    fn eight_busy_doors_lose_nobody() {
        let found = count(vec![vec![3; 2_000]; 8]);
        assert_eq!(found, 48_000, "the visitors who came in");
    }

    #[test]
    fn two_pools_count_apart() {
        let (here, there) = (Visitors::new(), Visitors::new());
        here.enter(7);
        there.enter(2);
        here.enter(1);
        assert_eq!(here.total(), 8, "the visitors of one pool");
        assert_eq!(there.total(), 2, "the visitors of the other pool");
    }

    #[test]
    fn a_pool_that_stays_closed_has_no_visitors() {
        assert_eq!(count(Vec::new()), 0, "the visitors without a door");
        assert_eq!(count(vec![Vec::new()]), 0, "the visitors at an idle door");
    }
}
