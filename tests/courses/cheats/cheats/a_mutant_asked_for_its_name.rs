//! The fault is looked for by its name.
//! refused: token mutant
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
        assert!(!cfg!(any(mutant = "cuts", mutant = "up")));
    }
}
