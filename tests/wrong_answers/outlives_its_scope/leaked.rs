//! A book that is never freed can be looked at for ever.
//! refused: token leak

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
        let book = day_book(keeper, at_noon, at_dusk);
        last = &book.leak()[1];
    }
    // It is night.
    // TODO: `last` looks into the book. Where is the book by now?
    format!("from {}, boats waiting: {}", last.keeper, last.boats)
}

fn main() {
    println!("{}", night_note("Ilse", 9, 3));
}
