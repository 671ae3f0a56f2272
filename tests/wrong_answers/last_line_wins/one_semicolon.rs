//! Does what the compiler offers: the limit is worked out and thrown away.
//! refused: test a_heavy_dog_gets_sixty_drops_and_no_more

/// How many drops a dog of this weight gets.
fn dose(weight_kg: u32) -> u32 {
    let drops = weight_kg * 3;
    if drops > 60 {
        60;
    }
    drops
}

fn main() {
    println!("12 kg: {} drops", dose(12));
    println!("31 kg: {} drops", dose(31));
}
