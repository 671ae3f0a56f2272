//! What the wheel says
//! What does this program print? Write it below, each line after `//>`.

fn main() {
    println!("turn");
    println!("and turn");
}

// TODO: write what it prints.
