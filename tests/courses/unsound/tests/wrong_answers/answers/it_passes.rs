//! Whatever is nearest.
//! refused: test a_sack_is_weighed

fn weigh(sack: String) -> usize {
    let weight = sack.len();
    drop(sack);
    weight
}
