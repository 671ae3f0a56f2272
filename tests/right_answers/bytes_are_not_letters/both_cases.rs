//! The two cases written out, and the seventh letter asked for.

/// The letter that stands large on the card.
fn initial(name: &str) -> char {
    if let Some(letter) = name.chars().next() {
        return letter;
    }
    '?'
}

/// Is there room for this name on a small card?
fn fits_small(name: &str) -> bool {
    name.chars().nth(6).is_none()
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
