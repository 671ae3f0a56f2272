//! The rule is stated once, and everything else follows from it.
//! In C nobody would have objected.
//! Tempting: to write more than is needed. It hides the rule.
//! To read on, offline: `rustup doc --book`, chapter 4.

pub fn rounded(cents: u32) -> u32 {
    (cents + 2) / 5 * 5
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
