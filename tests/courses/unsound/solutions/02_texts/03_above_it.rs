//! A value has one owner, and a name that has given it away is empty.
//! It is tempting to copy instead: then there are two, and nobody knows which one
//! counts.
//! Another way is to give it back, which makes the caller carry it twice.
//! Read more about it in the book, chapter 4.2.

fn main() {
    let sack = String::from("rye");
    let cart = sack;
    println!("{sack} {cart}"); //~ E0382
}
