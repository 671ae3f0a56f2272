//! Believes that without a name there is nothing that could end.
//! refused: error E0716 at "last = &day_book"

struct Line {
    keeper: String,
    boats: u32,
}

/// Given: the day's book. A keeper counts the waiting boats twice a day.
fn day_book(keeper: &str, at_noon: u32, at_dusk: u32) -> Vec<Line> {
    let mut book = Vec::new();
    for boats in [at_noon, at_dusk] {
        book.push(Line {
            keeper: String::from(keeper),
            boats,
        });
    }
    book
}

fn night_note(keeper: &str, at_noon: u32, at_dusk: u32) -> String {
    let last;
    {
        // It is day.
        last = &day_book(keeper, at_noon, at_dusk)[1];
    }
    // It is night.
    // TODO: `last` looks into the book. Where is the book by now?
    format!("from {}, boats waiting: {}", last.keeper, last.boats)
}

fn main() {
    println!("{}", night_note("Ilse", 9, 3));
}
