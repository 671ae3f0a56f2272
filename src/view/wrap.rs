//! Text cut to the width of a window: by words where there are words, by letters where one word is wider than the window.

use unicode_width::UnicodeWidthChar;

use super::text::{Line, Role, Span};

/// How wide a character is drawn. Nothing that reaches a line is wider than two.
pub fn columns(letter: char) -> usize {
    letter.width().unwrap_or(0)
}

/// How wide a text is drawn.
pub fn width(text: &str) -> usize {
    text.chars().map(columns).sum()
}

/// The longest beginning of `text` that fits into `room` columns.
pub fn clipped(text: &str, room: usize) -> &str {
    let mut used = 0;
    for (at, letter) in text.char_indices() {
        used += columns(letter);
        if used > room {
            return &text[..at];
        }
    }
    text
}

/// `text` in `room` columns, its end replaced by `..` where it is too long.
pub fn shortened(text: &str, room: usize) -> String {
    if width(text) <= room {
        text.to_owned()
    } else if room < 3 {
        clipped(text, room).to_owned()
    } else {
        format!("{}..", clipped(text, room - 2))
    }
}

/// `text` in `room` columns, its beginning replaced by `..` where it is too long: for paths.
pub fn shortened_at_its_start(text: &str, room: usize) -> String {
    let mut rest = text;
    while width(rest) + 2 > room && width(text) > room {
        let mut letters = rest.chars();
        if letters.next().is_none() {
            break;
        }
        rest = letters.as_str();
    }
    if rest.len() == text.len() {
        text.to_owned()
    } else {
        clipped(&format!("..{rest}"), room).to_owned()
    }
}

/// `text` in `room` columns, `..` in its middle where it is too long: for names that differ at either end.
pub fn shortened_inside(text: &str, room: usize) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    let head = clipped(text, room.saturating_sub(2) / 2);
    let tail = shortened_at_its_start(&text[head.len()..], room - width(head));
    format!("{head}{tail}")
}

/// `text` cut or filled to so many columns, the last one a blank.
pub fn column(text: &str, columns: usize) -> String {
    let shown = shortened(text, columns.saturating_sub(1));
    let blanks = columns.saturating_sub(width(&shown));
    format!("{shown}{:blanks$}", "")
}

/// The line without blanks at its end.
pub fn without_trailing_blanks(mut line: Line) -> Line {
    while let Some(last) = line.0.last_mut() {
        last.text.truncate(last.text.trim_end().len());
        if !last.text.is_empty() {
            break;
        }
        line.0.pop();
    }
    line
}

/// The line cut off at `room` columns.
pub fn clip_line(line: &Line, room: usize) -> Line {
    let mut left = room;
    let mut cut = Line::default();
    for span in &line.0 {
        let text = clipped(&span.text, left);
        left -= width(text);
        if !text.is_empty() {
            cut.0.push(Span {
                text: text.to_owned(),
                ..span.clone()
            });
        }
    }
    cut
}

/// `text` in lines of at most `room` columns, cut between words. Spaces at its beginning stay.
pub fn words(text: &str, room: usize) -> Vec<String> {
    lines(&Line::plain(text), room)
        .iter()
        .map(Line::text)
        .collect()
}

/// A line of spans in lines of at most `room` columns, cut between words.
pub fn lines(line: &Line, room: usize) -> Vec<Line> {
    let mut filler = Filler::new(room.max(1));
    for token in tokens(line) {
        if token.blank {
            filler.blanks(token);
        } else {
            filler.word(token);
        }
    }
    filler.finish()
}

/// `text` in pieces of exactly `room` columns: for what a program printed, where every blank counts.
pub fn letters(text: &str, room: usize) -> Vec<String> {
    let room = room.max(2);
    let mut rest = text;
    let mut pieces = Vec::new();
    while width(rest) > room {
        let piece = clipped(rest, room);
        pieces.push(piece.to_owned());
        rest = &rest[piece.len()..];
    }
    pieces.push(rest.to_owned());
    pieces
}

/// A word, of one role or several, or the blanks between two words.
struct Token {
    spans: Vec<Span>,
    blank: bool,
}

impl Token {
    fn width(&self) -> usize {
        self.spans.iter().map(|span| width(&span.text)).sum()
    }
}

fn tokens(line: &Line) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    for span in &line.0 {
        for text in pieces(&span.text) {
            let blank = text.starts_with(' ');
            let piece = Span {
                text: text.to_owned(),
                ..span.clone()
            };
            match tokens.last_mut() {
                Some(last) if last.blank == blank => last.spans.push(piece),
                _ => tokens.push(Token {
                    spans: vec![piece],
                    blank,
                }),
            }
        }
    }
    tokens
}

/// Words and the blanks between them, in turn.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let blank = rest.starts_with(' ');
        let end = rest.find(|letter| (letter == ' ') != blank);
        let (piece, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after;
        (!piece.is_empty()).then_some(piece)
    })
}

struct Filler {
    room: usize,
    done: Vec<Line>,
    now: Line,
    used: usize,
    /// Blanks that are written only if a word follows in the same line.
    gap: Option<Token>,
}

impl Filler {
    fn new(room: usize) -> Filler {
        Filler {
            room,
            done: Vec::new(),
            now: Line::default(),
            used: 0,
            gap: None,
        }
    }

    fn blanks(&mut self, gap: Token) {
        let indents = self.done.is_empty();
        if self.used > 0 || indents {
            self.gap = Some(gap);
        }
    }

    fn word(&mut self, word: Token) {
        let gap = self.gap.take();
        let before = gap.as_ref().map_or(0, Token::width);
        if self.used + before + word.width() <= self.room {
            for span in gap.into_iter().flat_map(|gap| gap.spans) {
                self.place(span);
            }
        } else if self.used > 0 {
            self.turn();
        }
        for span in word.spans {
            self.place_in_parts(&span);
        }
    }

    fn place(&mut self, span: Span) {
        self.used += width(&span.text);
        match self.now.0.last_mut() {
            Some(last) if last.role == span.role && last.link == span.link => {
                last.text.push_str(&span.text);
            }
            _ => self.now.0.push(span),
        }
    }

    /// Places a part of a word; what is wider than the whole room goes on in the next line.
    fn place_in_parts(&mut self, span: &Span) {
        let mut rest = span.text.as_str();
        while !rest.is_empty() {
            let fits = clipped(rest, self.room - self.used);
            if fits.is_empty() {
                if self.used == 0 {
                    return; // a letter wider than the window
                }
                self.turn();
                continue;
            }
            self.place(Span {
                text: fits.to_owned(),
                ..span.clone()
            });
            rest = &rest[fits.len()..];
        }
    }

    fn turn(&mut self) {
        self.used = 0;
        self.done.push(std::mem::take(&mut self.now));
    }

    fn finish(mut self) -> Vec<Line> {
        self.done.push(self.now);
        self.done
    }
}

/// Blanks, so that what follows stands at column `count`.
pub fn blanks(count: usize) -> Line {
    Line::default().and(" ".repeat(count), Role::Plain)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn wrapped(text: &str, room: usize) -> String {
        words(text, room).join("\n")
    }

    #[test]
    fn it_cuts_between_words() {
        assert_eq!(
            wrapped("one value has one owner", 10),
            "one value\nhas one\nowner"
        );
    }

    #[test]
    fn it_keeps_the_blanks_of_an_indented_line_and_drops_those_at_a_cut() {
        assert_eq!(wrapped("  a  b", 10), "  a  b");
        assert_eq!(wrapped("aaaa    bbbb", 6), "aaaa\nbbbb");
    }

    #[test]
    fn a_word_wider_than_the_window_is_cut_by_letters() {
        assert_eq!(
            wrapped("an unbreakable word", 5),
            "an\nunbre\nakabl\ne\nword"
        );
    }

    #[test]
    fn wide_letters_count_twice() {
        assert_eq!(wrapped("日本語", 4), "日本\n語");
        assert_eq!(shortened("日本語です", 7), "日本..");
    }

    #[test]
    fn roles_stay_with_their_words() {
        let line = Line::plain("press ")
            .and("h", Role::Strong)
            .and(" for a hint", Role::Plain);
        let cut = lines(&line, 8);
        assert_eq!(cut[0].0[1].text, "h");
        assert_eq!(cut[0].0[1].role, Role::Strong);
        assert_eq!(cut[1].text(), "for a");
    }

    #[test]
    fn printed_text_keeps_every_blank() {
        assert_eq!(letters("  a  b  ", 3), ["  a", "  b", "  "]);
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_the_room(text in "[ a-z日é`]{0,60}", room in 2usize..40) {
            for line in words(&text, room) {
                prop_assert!(width(&line) <= room);
            }
        }

        #[test]
        fn no_letter_is_lost(text in "[ a-z日é`]{0,60}", room in 2usize..40) {
            let letters = |text: &str| text.replace([' ', '\n'], "");
            prop_assert_eq!(letters(&wrapped(&text, room)), letters(&text));
        }
    }
}
