//! The rule is stated once, and everything else follows from it.
//! In C nobody would have objected.
//! Tempting: to write more than is needed. It hides the rule.
//! To read on, offline: `rustup doc --book`, chapter 4.

fn main() {
    let mut level = 3;
    let seen = &level;
    // TODO from here
    level = 4; //~ E0506
    println!("{seen}");
    // TODO to here
    println!("{level}");
}
