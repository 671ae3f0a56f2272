//! The rule is stated once, and everything else follows from it.
//! In C nobody would have objected.
//! Tempting: to write more than is needed. It hides the rule.
//! To read on, offline: `rustup doc --book`, chapter 4.

fn main() {
    for round in 1..=2 {
        println!("round {round}");
    }
}

// TODO: your answer.
//> round 1
//> round 2
