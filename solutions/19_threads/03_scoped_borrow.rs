//! A scope does not return before its threads have ended. So they may borrow what
//! was there before it, without `Arc` and without a copy.
//! `thread::spawn` promises nothing of that kind. Was the refusal needed, although
//! `total` joins every clerk? Yes: when one of them panics, `expect` panics too and
//! `loads` is freed, while the others still read it. A scope waits even then.
//! Tempting: spawn and join in one line. Then one clerk works at a time.
//! Another way, not here: `to_vec`, a part for each, when threads outlast `total`.
//! To read on, offline: `rustup doc std::thread::scope`.

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
        let mut clerks = Vec::new();
        for part in loads.chunks(quarter) {
            clerks.push(scope.spawn(move || work(part)));
        }
        let mut sum = 0;
        for clerk in clerks {
            sum += clerk.join().expect("the clerk has added up");
        }
        sum
    })
}

fn main() {
    let loads = vec![7_200, 6_950, 7_410, 3_300, 7_000, 5_120];
    println!("{} kg left the quarry", total(loads, add_up));
}
