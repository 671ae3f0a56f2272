//! The test is wrong, not the code.
//! refused: test two_go_up

pub fn rounded(cents: u32) -> u32 {
    (cents + 2) / 5 * 5
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_go_up() {
        assert_eq!(rounded(12), 15, "12 cents");
    }
}
