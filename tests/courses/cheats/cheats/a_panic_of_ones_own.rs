//! A macro called `panic` goes back instead.
//! refused: error E0659
//! exercise: ticket

macro_rules! panic {
    ($($all:tt)*) => {
        return
    };
}

fn ticket(_age: u32) -> Option<u32> {
    None
}
