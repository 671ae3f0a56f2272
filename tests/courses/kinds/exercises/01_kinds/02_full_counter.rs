//! Full counter
//! A counter of one byte must stop at the top, however it was compiled.

// TODO: decide what happens when the sum does not fit.
fn total(one: u8, other: u8) -> u8 {
    one + other
}

fn main() {
    println!("{}", total(1, 2));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_sum_is_exact() {
        assert_eq!(total(200, 50), 250, "the sum");
    }

    #[test]
    fn a_sum_that_does_not_fit_stops_at_the_top() {
        assert_eq!(total(200, 100), 255, "the sum");
    }
}
