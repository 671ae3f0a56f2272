//! The token stands in a macro that is called.
//! refused: token clone

macro_rules! copied {
    ($value:expr) => {
        $value.clone()
    };
}

#[allow(clippy::clone_on_copy)]
fn change(paid: u32, price: u32) -> u32 {
    copied!(paid).saturating_sub(price)
}

fn main() {}
