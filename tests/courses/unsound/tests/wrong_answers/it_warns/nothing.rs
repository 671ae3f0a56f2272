//! Whatever is nearest.
//! refused: test a_sack_is_weighed

fn weigh(_sack: String) -> usize {
    0
}
