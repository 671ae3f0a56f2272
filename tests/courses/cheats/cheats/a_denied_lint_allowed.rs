//! The lint is allowed in the text.
//! refused: lint clippy::needless_return

#[allow(clippy::needless_return)]
fn change(paid: u32, price: u32) -> u32 {
    return paid.saturating_sub(price);
}

fn main() {}
