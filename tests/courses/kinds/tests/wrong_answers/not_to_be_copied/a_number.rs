//! Any field will do.
//! refused: accepted

// TODO from here
#[derive(Clone, Copy)] //~ E0204
struct Label {
    number: u32,
    other: u64,
}
// TODO to here

fn main() {}
