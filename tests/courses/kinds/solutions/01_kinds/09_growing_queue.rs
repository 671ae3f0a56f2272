//! The rule is stated once, and everything else follows from it.
//! In C nobody would have objected.
//! Tempting: to write more than is needed. It hides the rule.
//! To read on, offline: `rustup doc --book`, chapter 4.

// TODO: put your mark.
fn lend_and_grow() {
    let mut queue = vec![1, 2];
    let first = &queue[0];
    queue.push(3); //~ E0502
    println!("{first}");
}

fn main() {
    lend_and_grow();
}
