//! Whatever is nearest.

fn weigh(_sack: String) -> usize {
    0
}
