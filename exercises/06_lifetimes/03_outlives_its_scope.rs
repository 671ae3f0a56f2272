//! Outlives its scope
//! A canal lock is kept by day and by night. The night keeper starts from the last
//! line of the day's book, and today that book is gone when the night begins.
//! Change only `night_note`, so that the line is still there. Nothing may be
//! copied: no `clone`, and no line or book made a second time.

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
        last = &book[book.len() - 1];
    }
    // It is night.
    // TODO: `last` looks into the book. Where is the book by now?
    format!("from {}, boats waiting: {}", last.keeper, last.boats)
}

fn main() {
    println!("{}", night_note("Ilse", 9, 3));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_night_starts_from_the_last_line_of_the_day() {
        let note = night_note("Ilse", 9, 3);
        assert_eq!(note, "from Ilse, boats waiting: 3", "the note at night");
    }

    #[test]
    fn the_line_names_whoever_kept_the_lock_that_day() {
        let note = night_note("Bao", 4, 7);
        assert_eq!(note, "from Bao, boats waiting: 7", "the note at night");
    }

    #[test]
    fn a_day_without_boats_has_its_lines_too() {
        let note = night_note("Bao", 0, 0);
        assert_eq!(note, "from Bao, boats waiting: 0", "the note at night");
    }

    #[test]
    fn one_book_is_made_and_no_line_twice() {
        let (_, needed) = support::allocs(|| {
            let book = day_book("Ilse", 9, 3);
            let last = &book[1];
            format!("from {}, boats waiting: {}", last.keeper, last.boats)
        });
        let (_, used) = support::allocs(|| night_note("Ilse", 9, 3));
        assert_eq!(used, needed, "pieces of memory asked for");
    }
}
