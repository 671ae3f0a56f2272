//! Review: sensor hub
//! A cheese cellar has many sensors, each read by its own thread. They send their
//! degrees into one channel, and a collector thread adds them to a summary, at
//! which one may look at any time. Write the four steps of `Hub`. No value may be
//! lost, a broken sensor stops nobody else, and after `stop` no thread goes on.

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
        // TODO: four steps, from here to `stop`. Begin with this one.
        todo!()
    }

    /// Step 2: starts a thread that sends what the sensor gives, value by
    /// value. (Anything that can be walked in a `for` loop and may change
    /// threads is fine.)
    fn attach<S>(&mut self, sensor: S)
    where
        S: Iterator<Item = i32> + Send + 'static,
    {
        todo!()
    }

    /// Step 3: what has come in so far. Nobody is kept waiting for long.
    fn snapshot(&self) -> Summary {
        todo!()
    }

    /// Step 4: waits until all sensors are done and all values are added. Gives
    /// the summary, and how many sensors have broken down (their threads
    /// panicked).
    fn stop(self) -> (Summary, u32) {
        todo!()
    }
}

fn main() {
    let mut hub = Hub::start();
    hub.attach([18, 21, 24].into_iter());
    hub.attach([19, 20].into_iter());
    let (summary, broken) = hub.stop();
    println!("{summary:?}, {broken} broken");
}

#[cfg(test)]
mod tests {
    use super::*;
    use support::DropLog;

    /// A sensor that gives one value and then breaks down.
    fn broken_sensor() -> impl Iterator<Item = i32> + Send {
        (0..3).map(|n| match n {
            0 => 15,
            _ => panic!("a sensor breaks down: this panic is the test's"),
        })
    }

    #[test]
    fn no_value_of_any_sensor_is_lost() {
        let mut hub = Hub::start();
        for number in 0..6 {
            hub.attach((0..500).map(move |n| (number + n) % 30));
        }
        let (summary, _) = hub.stop();
        assert_eq!(summary.values, 3_000, "the values of six sensors");
        assert_eq!(summary.sum, 43_200, "their sum");
        assert_eq!(summary.highest, Some(29), "the highest of them");
    }

    #[test]
    fn one_may_look_while_the_sensors_go_on() {
        let mut hub = Hub::start();
        let (degrees, sensor) = mpsc::channel();
        hub.attach(sensor.into_iter());
        degrees.send(21).unwrap();
        while hub.snapshot().values == 0 {
            thread::yield_now(); // the value is on its way
        }
        assert_eq!(hub.snapshot().sum, 21, "the sum in between");
        degrees.send(22).unwrap();
        drop(degrees); // the sensor is done
        let (summary, _) = hub.stop();
        assert_eq!(summary.sum, 43, "the sum in the end");
    }

    #[test]
    fn a_sensor_that_breaks_down_stops_nobody() {
        let mut hub = Hub::start();
        hub.attach(broken_sensor());
        hub.attach([20, 22].into_iter());
        let (summary, broken) = hub.stop();
        assert_eq!(summary.sum, 57, "the sum, with the value before the fault");
        assert_eq!(broken, 1, "the sensors that broke down");
    }

    #[test]
    fn when_stop_is_over_no_thread_goes_on() {
        let log = DropLog::new();
        let mut hub = Hub::start();
        let end = log.guard("the sensor has gone");
        hub.attach((0..200).inspect(move |_| {
            let _held = &end; // goes when its thread goes
        }));
        let shared = Arc::downgrade(&hub.summary);
        hub.stop();
        assert_eq!(log.lines().len(), 1, "the sensors that have gone");
        let owners = shared.strong_count();
        assert_eq!(owners, 0, "the owners of the summary who are still there");
    }

    #[test]
    fn a_hub_without_sensors_can_be_stopped() {
        let (summary, broken) = Hub::start().stop();
        assert_eq!(summary, Summary::default(), "the summary of no values");
        assert_eq!(broken, 0, "the sensors that broke down");
    }
}
