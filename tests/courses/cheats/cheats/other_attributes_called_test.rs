//! Another attribute takes the name of `#[test]`.
//! refused: error

pub use std::prelude::v1::derive as test;

fn change(_paid: u32, _price: u32) -> u32 {
    7
}

fn main() {}
