//! An `Arc<T>` may travel only if several threads may look at a `T` at once: if `T`
//! is `Sync`. A `RefCell` counts its loans in a plain number, and two threads could
//! both be told that they have the value alone. The refusal was needed.
//! The smallest tool is an atomic number: the processor adds in one step, nobody
//! waits. But it is one number; what belongs together needs a `Mutex`.
//! Tempting: `load`, add, `store`. In between another door counts, and is lost.
//! Another way: `Mutex<u64>`. Right as well; a little slower, and a little larger.
//! To read on, offline: `rustup doc std::sync::atomic`.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

// A number that several threads may change, each time in one step.
struct Visitors {
    today: AtomicU64,
}

impl Visitors {
    fn new() -> Visitors {
        Visitors {
            today: AtomicU64::new(0),
        }
    }

    /// Some people come in.
    fn enter(&self, people: u64) {
        self.today.fetch_add(people, Ordering::Relaxed); // one step, not two
    }

    /// How many have come in so far.
    fn total(&self) -> u64 {
        self.today.load(Ordering::Relaxed)
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
