//! Takes the whole list out, and writes the valid ones back into the empty register.

// `enumerate` gives each permit together with its place in the list: 0, 1, 2 …
fn prune(permits: &mut Vec<u32>, this_year: u32) {
    let all = std::mem::take(permits);
    for permit in all {
        if permit >= this_year {
            permits.push(permit);
        }
    }
}

fn main() {
    let mut register = vec![2027, 2024, 2025, 2026];
    prune(&mut register, 2026);
    println!("still valid: {register:?}");
}
