// Only a comment.

// Put the code at the end of the line that is refused.
fn main() {
    let sack = String::from("rye");
    let cart = sack;
    println!("{sack} {cart}");
}
