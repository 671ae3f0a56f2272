//! Writes the year of the example into the function.
//! refused: test a_permit_is_good_until_its_last_year_is_over

// `enumerate` gives each permit together with its place in the list: 0, 1, 2 …
fn prune(permits: &mut Vec<u32>, _this_year: u32) {
    permits.retain(|permit| *permit >= 2026);
}

fn main() {
    let mut register = vec![2027, 2024, 2025, 2026];
    prune(&mut register, 2026);
    println!("still valid: {register:?}");
}
