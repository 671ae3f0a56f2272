//! The middle on both sides.

fn rounded(cents: u32) -> u32 {
    (cents + 2) / 5 * 5
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_go_down_and_three_go_up() {
        assert_eq!((rounded(22), rounded(23)), (20, 25));
    }
}
