//! The rule is stated once, and everything else follows from it.
//! In C nobody would have objected.
//! Tempting: to write more than is needed. It hides the rule.
//! To read on, offline: `rustup doc --book`, chapter 4.

pub fn is_night(hour: u8) -> bool {
    !(6..22).contains(&hour)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_borders_of_the_night_are_exact() {
        assert!(is_night(22) && !is_night(21), "the evening");
        assert!(is_night(5) && !is_night(6), "the morning");
    }
}
