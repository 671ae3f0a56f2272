//! What `tidy` does can be written out where it is refused.
//! refused: token tidy(

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
    words.trim().to_uppercase()
}

/// The label at a shelf. Its words belong to a plant.
fn shelf_label(plant: &Plant) -> String {
    let name = plant.name.trim().to_uppercase();
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
