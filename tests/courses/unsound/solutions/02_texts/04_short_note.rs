//! One owner, and a name that has given its value away to another one holds nothing any more.
//! That is all.

fn main() {
    let sack = String::from("rye");
    let cart = sack;
    println!("{sack} {cart}"); //~ E0382
}
