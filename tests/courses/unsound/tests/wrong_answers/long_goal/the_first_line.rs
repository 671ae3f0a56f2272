//! Who looks at the first line.
//! refused: marks

// TODO: put the code at the end of the line that is refused.
fn main() {
    let sack = String::from("rye");
    let cart = sack; //~ E0382
    println!("{sack} {cart}");
}
