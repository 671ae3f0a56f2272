//! Whatever is nearest.
//! refused: error E0308 at "spare"

fn weigh(sack: String) -> usize {
    let spare = 1;
    sack
}
