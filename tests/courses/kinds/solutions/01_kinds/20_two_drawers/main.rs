//! The rule is stated once, and everything else follows from it.
//! In C nobody would have objected.
//! Tempting: to write more than is needed. It hides the rule.
//! To read on, offline: `rustup doc --book`, chapter 7.

mod drawer;

fn labels() -> Vec<String> {
    vec![drawer::label("nails", 40), drawer::label("hooks", 6)]
}

fn main() {
    println!("{}", labels().join(", "));
}
