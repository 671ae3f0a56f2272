//! `entry` looks a key up once and gives its place, filled or not. `or_insert(0)`
//! fills an empty one, and lends out the number there, so that `+=` may act.
//! The refusal asks you a question: what shall be there when the key is new? In
//! C++ `store[name]` makes a new key silently, even for a mere look.
//! Tempting: `get_mut`, as below. It changes what is there, drops what is new.
//! `or_insert(tins)` alone is the other half: it keeps the old number as it was.
//! Another way: `or_default()`, for any type that has a natural first value.
//! To read on, offline: `rustup doc --book`, chapter 8.3.

use std::collections::HashMap;

/// What there is, by its name, and how many tins of it.
type Store = HashMap<String, u32>;

/// So many tins of this come in.
fn deliver(store: &mut Store, name: &str, tins: u32) {
    // The place of this name, with a 0 in it if it is new; then add.
    *store.entry(String::from(name)).or_insert(0) += tins;
}

/// One tin goes out, if there is one. Given. `get_mut` lends out the number for
/// changing; it is `None` when the name was never there.
fn hand_out(store: &mut Store, name: &str) -> bool {
    match store.get_mut(name) {
        Some(tins) if *tins > 0 => {
            *tins -= 1;
            true
        }
        Some(_) | None => false,
    }
}

fn main() {
    let mut store = Store::new();
    deliver(&mut store, "beans", 12);
    deliver(&mut store, "peaches", 6);
    deliver(&mut store, "beans", 8);
    println!("beans: {:?}", store.get("beans"));
    println!("soup:  {}", hand_out(&mut store, "soup"));
}
