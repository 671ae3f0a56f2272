//! `&str` is a view: where some letters begin, and how many bytes they take. It
//! serves both callers. A literal is a view already, and `&plant.name` makes one
//! from a `String`, for nothing.
//! The refusal was needed: a `String` frees its letters in the end. The words of
//! the gate sign are part of the program, and nobody may free those.
//! Tempting: `words.to_string()`. It copies all letters, to have them read once.
//! Another way: keep `String` where a function stores the text. Then it must own.
//! To read on, offline: `rustup doc --book`, chapter 4.3.

struct Plant {
    name: String,
    pots: u32,
}

// `&str`: any text will do, and its owner keeps it.
fn tidy(text: &str) -> String {
    text.trim().to_uppercase()
}

/// The sign at the gate. Its words are part of the program itself.
fn gate_sign(open: bool) -> String {
    let words = if open { " open today " } else { " closed " };
    tidy(words)
}

/// The label at a shelf. Its words belong to a plant.
fn shelf_label(plant: &Plant) -> String {
    let name = tidy(&plant.name); // a view of all its letters, and no copy
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
