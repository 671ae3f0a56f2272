//! From the end to the beginning: what moves down has been looked at already.

fn prune(permits: &mut Vec<u32>, this_year: u32) {
    for index in (0..permits.len()).rev() {
        if permits[index] < this_year {
            permits.remove(index);
        }
    }
}

fn main() {
    let mut register = vec![2027, 2024, 2025, 2026];
    prune(&mut register, 2026);
    println!("still valid: {register:?}");
}
