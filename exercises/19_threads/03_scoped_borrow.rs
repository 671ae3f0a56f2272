//! Scoped borrow
//! A quarry weighs its lorries. Four clerks add up a quarter of the day each, as
//! threads; but what `thread::spawn` starts might go on when `loads` is freed. What
//! a scope starts is over before the scope is, and may borrow. Change only `total`.
//! The loads stay where they are: no `Arc`, `clone`, `to_vec`, `leak`.

use std::thread;

/// Given: one clerk adds up some loads, in kilograms.
fn add_up(loads: &[u32]) -> u32 {
    let mut sum = 0;
    for load in loads {
        support::step(); // tells the tests which thread does the work
        sum += load;
    }
    sum
}

// `thread::scope(|scope| { .. })` runs the block. Inside it `scope.spawn(..)`
// starts threads; it waits for all of them, and then gives the block's value.
// `work` is the function that each clerk calls: `add_up`, or one of the tests'.
// TODO: let a scope start the clerks. All that deals with them goes inside.
fn total(loads: Vec<u32>, work: fn(&[u32]) -> u32) -> u32 {
    let quarter = loads.len().div_ceil(4).max(1);
    let mut clerks = Vec::new();
    for part in loads.chunks(quarter) {
        clerks.push(thread::spawn(move || work(part)));
    }
    let mut sum = 0;
    for clerk in clerks {
        sum += clerk.join().expect("the clerk has added up");
    }
    sum
}

fn main() {
    let loads = vec![7_200, 6_950, 7_410, 3_300, 7_000, 5_120];
    println!("{} kg left the quarry", total(loads, add_up));
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Barrier;

    #[test]
    fn a_day_is_added_up() {
        let day = vec![7_200, 6_950, 7_410, 3_300, 7_000, 5_120];
        assert_eq!(total(day, add_up), 36_980, "the kilograms of the day");
    }

    #[test]
    fn every_lorry_counts_once_however_many_there_are() {
        for lorries in 1..=13 {
            let sum = total(vec![1_000; lorries], add_up);
            assert_eq!(
                sum,
                1_000 * lorries as u32,
                "the kilograms of {lorries} lorries"
            );
        }
    }

    #[test]
    fn the_clerks_add_up_and_nobody_else() {
        let (_, steps) = support::steps(|| total(vec![1_000; 12], add_up));
        assert_eq!(steps, 0, "the loads that the calling thread added up");
    }

    #[test]
    fn four_clerks_are_at_work_at_the_same_time() {
        // Each of these clerks waits until the other three have begun, too.
        static MEETING: Barrier = Barrier::new(4);
        fn meet(loads: &[u32]) -> u32 {
            MEETING.wait();
            add_up(loads)
        }
        let met = support::deadline(2, || total(vec![1_000; 4], meet));
        assert_eq!(met, 4_000, "the kilograms of four clerks who have met");
    }

    #[test]
    fn a_day_without_lorries_weighs_nothing() {
        let sum = total(Vec::new(), add_up);
        assert_eq!(sum, 0, "the kilograms of a day off");
    }
}
