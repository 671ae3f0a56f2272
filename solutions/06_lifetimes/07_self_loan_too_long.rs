//! Two loans, two lengths. `&mut self` lends the reader for one call. The word is
//! a part of the line, and good for `'line`. The old signature said `'line` of
//! both: lend me the reader for as long as the line is there.
//! The compiler is stricter than need be: the body would have done no harm. But
//! it judges calls by the signature alone, so that bodies may change behind it.
//! Tempting: to drop both names. Then a word counts as a loan of the reader.
//! Another way, refused here: `-> String`. No tie, and each word is copied.
//! To read on, offline: `rustup doc --book`, chapter 10.3.

/// Reads one line. `rest` is what has not been read yet.
struct Reader<'line> {
    rest: &'line str,
}

impl<'line> Reader<'line> {
    // `&mut self`: for this call only. The word still belongs to the line.
    fn next_word(&mut self) -> &'line str {
        let (word, rest) = cut(self.rest);
        self.rest = rest;
        word
    }
}

/// Given: the text before the first blank, and the text after it.
fn cut(text: &str) -> (&str, &str) {
    text.split_once(' ').unwrap_or((text, ""))
}

fn repeat_back(line: &str) -> String {
    let mut reader = Reader { rest: line };
    let engine = reader.next_word();
    let speed = reader.next_word();
    format!("{speed} on {engine}, aye")
}

fn main() {
    println!("{}", repeat_back("port half astern"));
}
