//! The only sack
//! The miller moves a sack onto a cart, and the cart moves to the town, which lies below.
//! On the way
//! it rains
//! and rains.
//! Which line does the compiler refuse?

// TODO: put the code at the end of the line that is refused.
fn main() {
    let sack = String::from("rye");
    let cart = sack;
    println!("{sack} {cart}");
}
