//! Whatever is nearest.
//! refused: error E0308 at "sack"

fn weigh(sack: String) -> usize {
    sack
}
