//! The note is written without looking into the book at all.
//! refused: test one_book_is_made_and_no_line_twice

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
    let _ = at_noon;
    format!("from {keeper}, boats waiting: {at_dusk}")
}

fn main() {
    println!("{}", night_note("Ilse", 9, 3));
}
