//! The index goes on after a removal too, so the next permit is skipped.
//! refused: test two_expired_neighbours_both_go

fn prune(permits: &mut Vec<u32>, this_year: u32) {
    let mut index = 0;
    while index < permits.len() {
        if permits[index] < this_year {
            permits.remove(index);
        }
        index += 1;
    }
}

fn main() {
    let mut register = vec![2027, 2024, 2025, 2026];
    prune(&mut register, 2026);
    println!("still valid: {register:?}");
}
