//! The rule is stated once, and everything else follows from it.
//! In C nobody would have objected.
//! Tempting: to write more than is needed. It hides the rule.
//! To read on, offline: `rustup doc --book`, chapter 4.

fn sign(street: &str) -> String {
    format!("> {street}")
}

fn keep(street: &str) -> usize {
    street.len() // looked at, not taken
}

fn main() {
    let street = String::from("Elm Street");
    println!("{} letters", keep(&street));
    println!("{street}");
}
