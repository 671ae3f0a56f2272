//! Whatever is nearest.
//! refused: because it is wrong

fn weigh(_sack: String) -> usize {
    0
}
