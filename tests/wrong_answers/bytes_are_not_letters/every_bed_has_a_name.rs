//! Believes that every text has a first letter.
//! refused: test a_bed_without_a_name_gets_a_question_mark

/// The letter that stands large on the card.
fn initial(name: &str) -> char {
    name.chars().next().unwrap()
}

/// Is there room for this name on a small card?
fn fits_small(name: &str) -> bool {
    name.chars().count() <= 6 // letters, where `len` counts bytes
}

fn card(name: &str) -> String {
    let size = if fits_small(name) { "small" } else { "wide" };
    format!("{} on a {size} card", initial(name))
}

fn main() {
    println!("bed 1: {}", card("Øyvind"));
    println!("bed 2: {}", card("李"));
    println!("bed 3: {}", card("Marguerite"));
    println!("bed 4: {}", card(""));
}
