//! Looks for an expired permit until there is none: each search is a loan of its own.

// `enumerate` gives each permit together with its place in the list: 0, 1, 2 …
fn prune(permits: &mut Vec<u32>, this_year: u32) {
    while let Some(index) = permits.iter().position(|permit| *permit < this_year) {
        permits.remove(index);
    }
}

fn main() {
    let mut register = vec![2027, 2024, 2025, 2026];
    prune(&mut register, 2026);
    println!("still valid: {register:?}");
}
