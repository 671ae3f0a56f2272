//! `retain` walks and removes under one loan: it asks about each permit, and
//! keeps those for which the answer is yes.
//! The refusal was needed: `remove` moves all that follows one place down, under
//! the loop's feet. C++ would read past the end, and crash on good days.
//! Tempting: walk by index, `0..permits.len()`. It compiles; of two expired
//! neighbours it skips the second, and then it panics.
//! Another way: two phases, as in the third hint. It costs a second list.
//! To read on, offline: `rustup doc std::vec::Vec`.

fn prune(permits: &mut Vec<u32>, this_year: u32) {
    // `|permit| …` is a question that `retain` asks about each permit: may it stay?
    permits.retain(|permit| *permit >= this_year);
}

fn main() {
    let mut register = vec![2027, 2024, 2025, 2026];
    prune(&mut register, 2026);
    println!("still valid: {register:?}");
}
