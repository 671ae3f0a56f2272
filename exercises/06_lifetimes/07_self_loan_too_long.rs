//! Self-loan too long
//! A ship's engine room reads its orders word by word: "port half astern". Each
//! word is a view of the line, so it may be kept. But after one word the reader
//! cannot be asked for another: the first loan of it never ends.
//! Change only the first line of `next_word`. Nothing may be copied.

/// Reads one line. `rest` is what has not been read yet.
struct Reader<'line> {
    rest: &'line str,
}

impl<'line> Reader<'line> {
    // TODO: for how long does one call want to have the reader to itself?
    fn next_word(&'line mut self) -> &'line str {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_is_repeated_back() {
        let answer = repeat_back("port half astern");
        assert_eq!(answer, "half on port, aye", "what the engine room says");
    }

    #[test]
    fn three_words_can_be_read_and_all_of_them_kept() {
        let mut reader = Reader {
            rest: "port half astern",
        };
        let all = [reader.next_word(), reader.next_word(), reader.next_word()];
        assert_eq!(all, ["port", "half", "astern"], "the words of the order");
    }

    #[test]
    fn a_word_belongs_to_the_line_and_may_be_kept_after_the_reader() {
        let line = String::from("starboard full ahead");
        let engine = {
            let mut reader = Reader { rest: &line };
            reader.next_word()
        };
        assert_eq!(engine, "starboard", "the word, after the reader is gone");
    }

    #[test]
    fn no_word_is_copied() {
        let mut reader = Reader { rest: "stop all" };
        let (_, used) = support::allocs(|| reader.next_word().len());
        assert_eq!(used, 0, "pieces of memory asked for");
    }

    #[test]
    fn after_the_last_word_there_is_only_an_empty_one() {
        let answer = repeat_back("stop");
        assert_eq!(answer, " on stop, aye", "the answer to a short order");
    }
}
