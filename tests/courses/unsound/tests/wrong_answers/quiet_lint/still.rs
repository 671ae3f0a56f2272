//! Whatever is nearest.
//! refused: lint clippy::needless_return

fn weigh(sack: String) -> usize {
    return sack.len();
}
