//! Total
//! Add up what was sold.

fn total(sold: &[u32]) -> u32 {
    todo!()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_are_added() {
        assert_eq!(total(&[1, 2, 3]), 6, "the total of three");
    }

    #[test]
    fn nothing_sold_is_nothing() {
        assert_eq!(total(&[]), 0, "the total of none");
    }
}
