//! The rule is stated once, and everything else follows from it.
//! In C nobody would have objected.
//! Tempting: to write more than is needed. It hides the rule.
//! To read on, offline: `rustup doc --book`, chapter 4.

// TODO from here
#[derive(Clone, Copy)] //~ E0204
struct Label {
    number: u32,
    text: String,
}
// TODO to here

fn main() {}
