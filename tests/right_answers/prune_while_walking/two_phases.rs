//! First only reading, then only writing.

fn prune(permits: &mut Vec<u32>, this_year: u32) {
    let mut valid = Vec::new();
    for permit in permits.iter() {
        if *permit >= this_year {
            valid.push(*permit);
        }
    }
    *permits = valid;
}

fn main() {
    let mut register = vec![2027, 2024, 2025, 2026];
    prune(&mut register, 2026);
    println!("still valid: {register:?}");
}
