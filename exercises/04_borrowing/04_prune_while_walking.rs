//! Prune while walking
//! The town hall keeps fishing permits by the year in which they run out. Remove
//! the expired ones from the register, and keep the others in their order.
//! Change only `prune`.

// `enumerate` gives each permit together with its place in the list: 0, 1, 2 …
// TODO: the register must not change while this loop is still walking through it.
fn prune(permits: &mut Vec<u32>, this_year: u32) {
    for (index, permit) in permits.iter().enumerate() {
        if *permit < this_year {
            permits.remove(index);
        }
    }
}

fn main() {
    let mut register = vec![2027, 2024, 2025, 2026];
    prune(&mut register, 2026);
    println!("still valid: {register:?}");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pruned(mut permits: Vec<u32>) -> Vec<u32> {
        prune(&mut permits, 2026);
        permits
    }

    #[test]
    fn an_expired_permit_goes() {
        let left = pruned(vec![2027, 2025, 2028]);
        assert_eq!(left, [2027, 2028], "the permits in the register");
    }

    #[test]
    fn two_expired_neighbours_both_go() {
        let left = pruned(vec![2027, 2024, 2025, 2028]);
        assert_eq!(left, [2027, 2028], "the permits in the register");
    }

    #[test]
    fn the_others_stay_in_their_order() {
        let left = pruned(vec![2025, 2029, 2027, 2028, 2024]);
        assert_eq!(left, [2029, 2027, 2028], "the permits in the register");
    }

    #[test]
    fn a_permit_is_good_until_its_last_year_is_over() {
        let left = pruned(vec![2026, 2025]);
        assert_eq!(left, [2026], "the permits in the register");

        let mut permits = vec![2026, 2030];
        prune(&mut permits, 2030);
        assert_eq!(permits, [2030], "the permits in the register, in 2030");
    }

    #[test]
    fn a_register_may_end_up_empty() {
        let left = pruned(vec![2025, 2024, 2023]);
        assert_eq!(left.len(), 0, "how many permits are left");
    }
}
