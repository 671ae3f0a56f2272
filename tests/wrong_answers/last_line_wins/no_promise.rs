//! Takes the promise back, so that nothing need be handed over.
//! refused: error E0277 at "12 kg: {} drops"

/// How many drops a dog of this weight gets.
fn dose(weight_kg: u32) {
    let drops = weight_kg * 3;
    if drops > 60 {
        60;
    }
    drops;
}

fn main() {
    println!("12 kg: {} drops", dose(12));
    println!("31 kg: {} drops", dose(31));
}
