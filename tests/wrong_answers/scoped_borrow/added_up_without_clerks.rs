//! Nothing is borrowed by a thread if there is none.
//! refused: test the_clerks_add_up_and_nobody_else

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
fn total(loads: Vec<u32>, work: fn(&[u32]) -> u32) -> u32 {
    let quarter = loads.len().div_ceil(4).max(1);
    thread::scope(|_| work(&loads[quarter..]) + work(&loads[..quarter]))
}

fn main() {
    let loads = vec![7_200, 6_950, 7_410, 3_300, 7_000, 5_120];
    println!("{} kg left the quarry", total(loads, add_up));
}
