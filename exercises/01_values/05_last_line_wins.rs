//! Last line wins
//! A vet gives a dog syrup: three drops for each kilogram, and never more than
//! 60. `dose` works them out, and then it hands over nothing. Let it hand over
//! the drops. Change only what stands inside `dose`.

/// How many drops a dog of this weight gets.
fn dose(weight_kg: u32) -> u32 {
    let drops = weight_kg * 3;
    // TODO: what is the value of `dose`? A line that ends in `;` has none.
    if drops > 60 {
        60;
    }
    drops;
}

fn main() {
    println!("12 kg: {} drops", dose(12));
    println!("31 kg: {} drops", dose(31));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_light_dog_gets_three_drops_for_each_kilogram() {
        assert_eq!(dose(12), 36, "drops for 12 kg");
        assert_eq!(dose(5), 15, "drops for 5 kg");
    }

    #[test]
    fn a_heavy_dog_gets_sixty_drops_and_no_more() {
        assert_eq!(dose(31), 60, "drops for 31 kg");
        assert_eq!(dose(70), 60, "drops for 70 kg");
    }

    #[test]
    fn the_limit_itself_is_sixty_drops() {
        assert_eq!(dose(20), 60, "drops for 20 kg");
        assert_eq!(dose(21), 60, "drops for 21 kg");
    }
}
