//! Reads, and writes only if the number is still the same; else once more.

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
        let add = |before| Some(before + people);
        let _ = self
            .today
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, add);
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
