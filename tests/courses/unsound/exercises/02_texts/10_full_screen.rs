//! The only sack
//! The miller moves a sack onto a cart. Which line does the compiler refuse?

// TODO: put the code at the end of the line that is refused.
fn main() {
    let sack = String::from("rye");
    let cart = sack;
    println!("{sack} {cart}");
}
