//! The error is there, and nothing says where.
//! refused: marks

fn main() {
    let mut level = 3;
    let seen = &level;
    // TODO from here
    level = 4;
    println!("{seen}");
    // TODO to here
    println!("{level}");
}
