//! A sack on the scale
//! The miller wants to know what a sack weighs. Let `weigh` say it.

// TODO: weigh it.
fn weigh(sack: String) -> usize {
    let cart = sack;
    drop(cart);
    sack.len()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_sack_is_weighed() {
        assert_eq!("rye".len(), 3, "its weight");
    }
}
