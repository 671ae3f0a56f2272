//! Whatever is nearest.
//! refused: error E0382 at "sack"

fn weigh(sack: String) -> usize {
    sack
}
