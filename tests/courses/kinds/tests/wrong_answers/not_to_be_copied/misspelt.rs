//! Any error will do.
//! refused: error E0425 at "text: Strin"

// TODO from here
#[derive(Clone, Copy)] //~ E0204
struct Label {
    number: u32,
    text: Strin,
}
// TODO to here

fn main() {}
