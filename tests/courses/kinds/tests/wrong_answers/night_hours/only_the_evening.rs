//! The morning takes care of itself.
//! refused: mutant late_morning

pub fn is_night(hour: u8) -> bool {
    !(6..22).contains(&hour)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_evening_is_exact() {
        assert!(is_night(22) && !is_night(21), "the evening");
    }
}
