//! Drops both names: now each word counts as a loan of the reader.
//! refused: error E0499 at "let speed = reader.next_word();"

/// Reads one line. `rest` is what has not been read yet.
struct Reader<'line> {
    rest: &'line str,
}

impl<'line> Reader<'line> {
    // TODO: for how long does one call want to have the reader to itself?
    fn next_word(&mut self) -> &str {
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
