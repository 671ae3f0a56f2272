//! The walk only notes the places; they are removed from the end, when it is over.

// `enumerate` gives each permit together with its place in the list: 0, 1, 2 …
fn prune(permits: &mut Vec<u32>, this_year: u32) {
    let mut expired = Vec::new();
    for (index, permit) in permits.iter().enumerate() {
        if *permit < this_year {
            expired.push(index);
        }
    }
    for index in expired.iter().rev() {
        permits.remove(*index);
    }
}

fn main() {
    let mut register = vec![2027, 2024, 2025, 2026];
    prune(&mut register, 2026);
    println!("still valid: {register:?}");
}
