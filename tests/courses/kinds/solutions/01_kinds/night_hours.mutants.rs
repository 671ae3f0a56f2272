#[cfg(not(any(mutant = "late_evening", mutant = "late_morning")))]
pub fn is_night(hour: u8) -> bool {
    !(6..22).contains(&hour)
}

// The night begins an hour late.
#[cfg(mutant = "late_evening")]
pub fn is_night(hour: u8) -> bool {
    !(6..23).contains(&hour)
}

// The night ends an hour late.
#[cfg(mutant = "late_morning")]
pub fn is_night(hour: u8) -> bool {
    !(7..22).contains(&hour)
}
