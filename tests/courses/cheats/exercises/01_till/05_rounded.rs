//! Rounded
//! Write tests that find every till that rounds wrongly to five cents.

fn rounded(cents: u32) -> u32 {
    (cents + 2) / 5 * 5
}

// TODO: write tests.
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_round_amount_stays() {
        assert_eq!(rounded(20), 20);
    }
}
