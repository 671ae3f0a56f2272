//! The module is there, and empty.
//! refused: test

fn change(_paid: u32, _price: u32) -> u32 {
    7
}

fn main() {}

#[cfg(test)]
mod tests {}
