//! The file of the faulty versions has other lines: the test fails on all of them.
//! refused: mutant
//! exercise: rounded

fn rounded(cents: u32) -> u32 {
    (cents + 2) / 5 * 5
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_rounds() {
        assert_eq!(rounded(20), 20);
        assert!(line!() > 25);
    }
}
