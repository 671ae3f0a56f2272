//! Whatever is nearest.
//! refused: token clone

fn weigh(_sack: String) -> usize {
    0
}
