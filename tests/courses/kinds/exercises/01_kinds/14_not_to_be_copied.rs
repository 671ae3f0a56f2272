//! Not to be copied
//! Add a field so that the copy is refused; mark the line of the refusal.

// TODO from here
#[derive(Clone, Copy)]
struct Label {
    number: u32,
}
// TODO to here

fn main() {}
