//! One lock to read, one lock to write, and none in between.
//! refused: token .lock(

use std::sync::{Arc, Mutex};
use std::thread;

// A number that several threads may change, each time in one step.
struct Visitors {
    today: Mutex<u64>,
}

impl Visitors {
    fn new() -> Visitors {
        Visitors {
            today: Mutex::new(0),
        }
    }

    /// Some people come in.
    fn enter(&self, people: u64) {
        let before = *self.today.lock().unwrap();
        let mut today = self.today.lock().unwrap();
        *today = before + people;
    }

    /// How many have come in so far.
    fn total(&self) -> u64 {
        *self.today.lock().unwrap()
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
