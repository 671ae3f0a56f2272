//! Without tests nothing fails.
//! refused: mutant
//! exercise: rounded

fn rounded(cents: u32) -> u32 {
    (cents + 2) / 5 * 5
}
