//! Rounding down is all that matters.
//! refused: mutant down

pub fn rounded(cents: u32) -> u32 {
    (cents + 2) / 5 * 5
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_go_down() {
        assert_eq!(rounded(12), 10, "12 cents");
    }
}
