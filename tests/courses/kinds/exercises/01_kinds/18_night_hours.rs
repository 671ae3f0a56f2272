//! Night hours
//! Night is from 22 to 6. Write tests that find a clock which is an hour off.

pub fn is_night(hour: u8) -> bool {
    !(6..22).contains(&hour)
}

#[cfg(test)]
mod tests {
    use super::*;

    // TODO: find the hours at which a wrong clock differs.
    #[test]
    fn noon_is_day() {
        assert!(!is_night(12), "noon");
    }
}
