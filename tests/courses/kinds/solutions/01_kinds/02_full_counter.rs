//! The rule is stated once, and everything else follows from it.
//! In C nobody would have objected.
//! Tempting: to write more than is needed. It hides the rule.
//! To read on, offline: `rustup doc --book`, chapter 4.

fn total(one: u8, other: u8) -> u8 {
    one.saturating_add(other) // stops at 255
}

fn main() {
    println!("{}", total(1, 2));
}
