//! Takes both `;` away: an `if` without `else` has no value to give.
//! refused: error E0308 at "60 // the limit"

/// How many drops a dog of this weight gets.
fn dose(weight_kg: u32) -> u32 {
    let drops = weight_kg * 3;
    if drops > 60 {
        60 // the limit
    }
    drops
}

fn main() {
    println!("12 kg: {} drops", dose(12));
    println!("31 kg: {} drops", dose(31));
}
