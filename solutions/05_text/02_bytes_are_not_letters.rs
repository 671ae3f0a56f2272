//! A text is kept as UTF-8: `A` takes one byte, `Ø` two, `李` three. So byte 0 is
//! not letter 0. `len` is no error, but it counts bytes; `chars` goes by letters.
//! No memory was in danger: the refusal is against a wrong answer. In C `name[0]`
//! is half an `Ø`, and the card shows rubbish.
//! Tempting: `name.as_bytes()[0] as char`. Right for Ada, wrong for Øyvind.
//! Another way: a `match` on `Some` and `None`. Longer, and it says the same.
//! And still: some letters, as `é` may be, are two `char`s: a letter, a mark.
//! To read on, offline: `rustup doc --book`, chapter 8.2.

/// The letter that stands large on the card.
fn initial(name: &str) -> char {
    name.chars().next().unwrap_or('?') // the first letter, if there is one
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
