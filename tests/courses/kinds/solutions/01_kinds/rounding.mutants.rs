#[cfg(not(any(mutant = "down", mutant = "up")))]
pub fn rounded(cents: u32) -> u32 {
    (cents + 2) / 5 * 5
}

// It always rounds down.
#[cfg(mutant = "down")]
pub fn rounded(cents: u32) -> u32 {
    cents / 5 * 5
}

// It always rounds up.
#[cfg(mutant = "up")]
pub fn rounded(cents: u32) -> u32 {
    cents.div_ceil(5) * 5
}
