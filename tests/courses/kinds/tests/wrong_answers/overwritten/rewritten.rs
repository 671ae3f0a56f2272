//! Another value is written.
//! refused: changed

fn main() {
    let mut level = 3;
    let seen = &level;
    // TODO from here
    level = 5; //~ E0506
    println!("{seen}");
    // TODO to here
    println!("{level}");
}
