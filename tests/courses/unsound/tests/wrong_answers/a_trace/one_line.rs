//! Whatever is nearest.
//! refused: output

fn main() {
    println!("turn");
    println!("and turn");
}

//> turn
