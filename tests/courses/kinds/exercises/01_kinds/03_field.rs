//! Field
//! Say how large a field is.

// TODO: multiply.
fn area(width: u32, depth: u32) -> u32 {
    todo!("{width} by {depth}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_sides_make_a_field() {
        assert_eq!(area(3, 4), 12, "the area");
    }
}
