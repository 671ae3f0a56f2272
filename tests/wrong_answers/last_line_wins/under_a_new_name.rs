//! Stores the 60 under a new name, which ends with its block.
//! refused: test a_heavy_dog_gets_sixty_drops_and_no_more

/// How many drops a dog of this weight gets.
fn dose(weight_kg: u32) -> u32 {
    let drops = weight_kg * 3;
    if drops > 60 {
        let drops = 60;
        println!("not {weight_kg} times three, but {drops}");
    }
    drops
}

fn main() {
    println!("12 kg: {} drops", dose(12));
    println!("31 kg: {} drops", dose(31));
}
