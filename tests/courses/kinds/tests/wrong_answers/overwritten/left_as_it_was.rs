//! A mark alone refuses nothing.
//! refused: accepted

fn main() {
    let mut level = 3;
    let seen = &level;
    // TODO from here
    println!("{seen}");
    level = 4; //~ E0506
    // TODO to here
    println!("{level}");
}
