//! The macro is exported, so that it stands at the root.
//! refused: error

#[macro_export]
macro_rules! assert_eq {
    ($($all:tt)*) => {};
}

fn change(_paid: u32, _price: u32) -> u32 {
    7
}

fn main() {}
