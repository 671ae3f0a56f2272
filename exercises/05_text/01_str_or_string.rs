//! Str or String
//! A plant nursery prints signs. `tidy` takes each text for good, but the words of
//! the gate sign belong to the program, and the name of a plant to the plant.
//! Let `tidy` read any text without taking it. Change only its first line and its
//! calls, and make no new `String` for a call (as `clone` and `to_string` do).

struct Plant {
    name: String,
    pots: u32,
}

// TODO: it only reads the text. Which type asks for no more than that?
fn tidy(text: String) -> String {
    text.trim().to_uppercase()
}

/// The sign at the gate. Its words are part of the program itself.
fn gate_sign(open: bool) -> String {
    let words = if open { " open today " } else { " closed " };
    tidy(words)
}

/// The label at a shelf. Its words belong to a plant.
fn shelf_label(plant: &Plant) -> String {
    let name = tidy(plant.name.clone());
    format!("{name}, {} pots", plant.pots)
}

fn main() {
    let maple = Plant {
        name: String::from("red maple "),
        pots: 3,
    };
    println!("{}", gate_sign(true));
    println!("{}", shelf_label(&maple));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plant(name: &str, pots: u32) -> Plant {
        Plant {
            name: String::from(name),
            pots,
        }
    }

    #[test]
    fn the_gate_sign_is_printed_in_capitals() {
        assert_eq!(gate_sign(true), "OPEN TODAY", "the sign by day");
        assert_eq!(gate_sign(false), "CLOSED", "the sign by night");
    }

    #[test]
    fn a_shelf_label_shows_the_plant_and_its_pots() {
        let label = shelf_label(&plant(" red maple", 3));
        assert_eq!(label, "RED MAPLE, 3 pots", "the label of the maples");
    }

    #[test]
    fn the_words_at_the_gate_are_not_copied_to_be_read() {
        let words = " open today ";
        let (_, needed) = support::allocs(|| words.trim().to_uppercase());
        let (_, used) = support::allocs(|| gate_sign(true));
        assert_eq!(used, needed, "pieces of memory asked for");
    }

    #[test]
    fn the_name_of_a_plant_is_not_copied_to_be_read() {
        let maple = plant("red maple", 3);
        let (_, needed) = support::allocs(|| {
            let name = maple.name.trim().to_uppercase();
            format!("{name}, {} pots", maple.pots)
        });
        let (_, used) = support::allocs(|| shelf_label(&maple));
        assert_eq!(used, needed, "pieces of memory asked for");
    }

    #[test]
    fn a_plant_without_a_name_gets_a_label_too() {
        let label = shelf_label(&plant("  ", 1));
        assert_eq!(label, ", 1 pots", "the label of the unknown plant");
    }
}
