//! Overwritten
//! Move one line so that the level is overwritten while it is lent; mark that
//! line with `//~ E0506`.

fn main() {
    let mut level = 3;
    let seen = &level;
    // TODO from here
    println!("{seen}");
    level = 4;
    // TODO to here
    println!("{level}");
}
