//! No index assign
//! A food bank counts what lies in its store. When tins of something come in, that
//! many are added; what was never there before starts at 0.
//! Change only what stands inside `deliver`. Not allowed: `contains_key`.

use std::collections::HashMap;

/// What there is, by its name, and how many tins of it.
type Store = HashMap<String, u32>;

/// So many tins of this come in.
fn deliver(store: &mut Store, name: &str, tins: u32) {
    // TODO: `store[name]` can be read, if it is there. It cannot be assigned.
    store[name] += tins;
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

#[cfg(test)]
mod tests {
    use super::*;

    /// How many tins of this there are; `None` if the name is not known.
    fn tins(store: &Store, name: &str) -> Option<u32> {
        store.get(name).copied()
    }

    #[test]
    fn the_first_delivery_of_something_starts_at_zero() {
        let mut store = Store::new();
        deliver(&mut store, "beans", 12);
        assert_eq!(tins(&store, "beans"), Some(12), "tins of beans");
    }

    #[test]
    fn a_second_delivery_is_added_to_the_first() {
        let mut store = Store::new();
        deliver(&mut store, "beans", 12);
        deliver(&mut store, "beans", 8);
        assert_eq!(tins(&store, "beans"), Some(20), "tins of beans");
    }

    #[test]
    fn a_delivery_changes_nothing_else() {
        let mut store = Store::new();
        deliver(&mut store, "peaches", 6);
        deliver(&mut store, "beans", 12);
        assert_eq!(tins(&store, "peaches"), Some(6), "tins of peaches");
        assert_eq!(store.len(), 2, "names in the store");
    }

    #[test]
    fn an_empty_delivery_makes_the_name_known() {
        let mut store = Store::new();
        deliver(&mut store, "soup", 0);
        assert_eq!(tins(&store, "soup"), Some(0), "tins of soup");
        assert!(!hand_out(&mut store, "soup"), "there is no tin to hand out");
    }

    #[test]
    fn what_was_handed_out_is_filled_up_again() {
        let mut store = Store::new();
        deliver(&mut store, "beans", 1);
        assert!(hand_out(&mut store, "beans"), "there is one tin of beans");
        deliver(&mut store, "beans", 4);
        assert_eq!(tins(&store, "beans"), Some(4), "tins of beans");
    }
}
