//! Copied first.

fn weigh(sack: String) -> usize {
    let cart = sack.clone();
    cart.len()
}
