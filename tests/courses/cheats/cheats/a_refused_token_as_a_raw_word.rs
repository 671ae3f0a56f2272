//! The token is written as a raw word.
//! refused: token clone

#[allow(clippy::clone_on_copy)]
fn change(paid: u32, price: u32) -> u32 {
    paid.r#clone().saturating_sub(price)
}

fn main() {}
