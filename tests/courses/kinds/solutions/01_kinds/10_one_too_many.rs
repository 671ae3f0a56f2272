//! The rule is stated once, and everything else follows from it.
//! In C nobody would have objected.
//! Tempting: to write more than is needed. It hides the rule.
//! To read on, offline: `rustup doc --book`, chapter 4.

// TODO: put your mark, if there is anything to mark.
fn fill() -> u8 {
    let full: u8 = 255;
    full + 1 //~ arithmetic_overflow
}

fn main() {
    println!("{}", fill());
}
