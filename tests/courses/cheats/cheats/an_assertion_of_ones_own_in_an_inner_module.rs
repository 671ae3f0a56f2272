//! Only an inner module of the tests uses the macro.
//! refused: error E0659
//! exercise: ticket

macro_rules! assert {
    ($($all:tt)*) => {};
}

fn ticket(_age: u32) -> Option<u32> {
    Some(300)
}
