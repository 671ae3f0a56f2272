//! A sack on the scale
//! The miller wants to know what a sack weighs. Let `weigh` say it.

// TODO: weigh it.
fn weigh(sack: String) -> usize {
    return sack.len();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sack_is_weighed() {
        assert_eq!(weigh("rye".to_owned()), 3, "its weight");
    }
}
