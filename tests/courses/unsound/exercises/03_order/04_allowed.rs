//! The only sack
//! A
//! B
//! C
//! D
//! E

// TODO: put the code at the end of the line that is refused.
fn main() {
    let sack = String::from("rye");
    let cart = sack;
    println!("{sack} {cart}");
}
