//! Believes that `insert` adds.
//! refused: test a_second_delivery_is_added_to_the_first

use std::collections::HashMap;

/// What there is, by its name, and how many tins of it.
type Store = HashMap<String, u32>;

/// So many tins of this come in.
fn deliver(store: &mut Store, name: &str, tins: u32) {
    store.insert(String::from(name), tins);
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
