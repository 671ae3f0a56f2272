//! The last permit fills each gap: quick, but the order is lost.
//! refused: test the_others_stay_in_their_order

fn prune(permits: &mut Vec<u32>, this_year: u32) {
    let mut index = 0;
    while index < permits.len() {
        if permits[index] < this_year {
            permits.swap_remove(index);
        } else {
            index += 1;
        }
    }
}

fn main() {
    let mut register = vec![2027, 2024, 2025, 2026];
    prune(&mut register, 2026);
    println!("still valid: {register:?}");
}
