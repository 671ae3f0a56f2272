//! The code is changed to fit the test.
//! refused: changed

pub fn rounded(cents: u32) -> u32 {
    (cents + 3) / 5 * 5
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_go_down_and_three_go_up() {
        assert_eq!(rounded(12), 10, "12 cents");
        assert_eq!(rounded(13), 15, "13 cents");
    }
}
