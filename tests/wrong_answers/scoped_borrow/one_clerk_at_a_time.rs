//! Each clerk is waited for before the next one begins.
//! refused: test four_clerks_are_at_work_at_the_same_time

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
fn total(loads: Vec<u32>, work: fn(&[u32]) -> u32) -> u32 {
    let quarter = loads.len().div_ceil(4).max(1);
    // The scope is over after its threads are, so `loads` can be lent to them.
    thread::scope(|scope| {
        let mut sum = 0;
        for part in loads.chunks(quarter) {
            let clerk = scope.spawn(move || work(part));
            sum += clerk.join().expect("the clerk has added up");
        }
        sum
    })
}

fn main() {
    let loads = vec![7_200, 6_950, 7_410, 3_300, 7_000, 5_120];
    println!("{} kg left the quarry", total(loads, add_up));
}
