#[cfg(not(any(mutant = "cuts", mutant = "up")))]
fn rounded(cents: u32) -> u32 {
    (cents + 2) / 5 * 5
}

// It always rounds down.
#[cfg(mutant = "cuts")]
fn rounded(cents: u32) -> u32 {
    cents / 5 * 5
}

// It always rounds up.
#[cfg(mutant = "up")]
fn rounded(cents: u32) -> u32 {
    cents.div_ceil(5) * 5
}
