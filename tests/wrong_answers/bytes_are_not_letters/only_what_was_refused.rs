//! Mends what the compiler refused, and believes that `len` counts letters.
//! refused: test six_letters_fit_on_a_small_card_however_many_bytes_they_take

/// The letter that stands large on the card.
fn initial(name: &str) -> char {
    name.chars().next().unwrap_or('?') // the first letter, if there is one
}

/// Is there room for this name on a small card?
fn fits_small(name: &str) -> bool {
    name.len() <= 6
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
