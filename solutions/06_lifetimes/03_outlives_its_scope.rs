//! `last` looks into the book, so the book has to stay for as long as `last` is
//! used. An owner lives to the end of the block in which its name was made: made
//! outside, the book is there by day and by night.
//! The refusal was needed: at the inner brace the book is freed, and every line
//! with it. In C the night keeper reads on, in somebody else's memory.
//! Tempting: to mend the line that is refused. What must move is the owner.
//! Another way: `book.remove(..)` gives the line to `last`, and the book may go.
//! To read on, offline: `rustup doc --book`, chapter 10.3.

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
    let book = day_book(keeper, at_noon, at_dusk); // out here it stays
    let last;
    {
        // It is day.
        last = &book[book.len() - 1];
    }
    // It is night.
    format!("from {}, boats waiting: {}", last.keeper, last.boats)
}

fn main() {
    println!("{}", night_note("Ilse", 9, 3));
}
