//! The loop ends with the first removal, so that the loan is over.
//! refused: test two_expired_neighbours_both_go

fn prune(permits: &mut Vec<u32>, this_year: u32) {
    for (index, permit) in permits.iter().enumerate() {
        if *permit < this_year {
            permits.remove(index);
            break;
        }
    }
}

fn main() {
    let mut register = vec![2027, 2024, 2025, 2026];
    prune(&mut register, 2026);
    println!("still valid: {register:?}");
}
