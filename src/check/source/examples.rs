//! The examples of a `guard`: code blocks below `# Examples` in the leading `//!` text, in rustdoc's own form.

use super::lexer::{Source, TokenKind};
use super::marks::{self, CodeMark};
use crate::check::verdict::Wish;

/// One block, as the course has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// The last line of text before its fence, without a colon at its end.
    pub title: String,
    /// The line of the file on which its code begins, counted from 1.
    pub line: usize,
    /// Its lines as shown: without `//! `, hidden lines left out.
    pub shown: Vec<String>,
    /// Its lines as compiled, one for each line of the file.
    pub code: Vec<String>,
    pub wish: Wish,
    /// `//~ E0451 | due to private fields` on a line of the block: that line (counted from 1 within `code`) and its alternatives.
    pub pinned: Option<(usize, Vec<String>)>,
}

/// Every block below `# Examples`, in order. A fence for another language, or marked `text` or `ignore`, is none.
pub fn blocks(source: &Source) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut title = String::new();
    let mut lines = doc_lines(source)
        .into_iter()
        .skip_while(|(_, text)| text.trim() != "# Examples")
        .skip(1);
    while let Some((number, text)) = lines.next() {
        let Some(info) = text.trim_start().strip_prefix("```") else {
            if !text.trim().is_empty() {
                title = text.trim().trim_end_matches(':').to_owned();
            }
            continue;
        };
        let code: Vec<String> = lines
            .by_ref()
            .map(|(_, text)| text)
            .take_while(|text| text.trim() != "```")
            .collect();
        if let Some(wish) = wish(info) {
            blocks.push(block(title.clone(), number + 1, &code, wish));
        }
    }
    blocks
}

/// The leading `//!` lines without their mark, with their line numbers.
fn doc_lines(source: &Source) -> Vec<(usize, String)> {
    source
        .tokens()
        .iter()
        .take_while(|token| token.kind == TokenKind::InnerDoc)
        .map(|token| {
            let text = source
                .slice(*token)
                .trim_end()
                .strip_prefix("//!")
                .unwrap_or_default();
            (
                source.line_of(token.start),
                text.strip_prefix(' ').unwrap_or(text).to_owned(),
            )
        })
        .collect()
}

fn wish(info: &str) -> Option<Wish> {
    let words: Vec<&str> = info
        .split([',', ' '])
        .map(str::trim)
        .filter(|word| !word.is_empty())
        .collect();
    let has = |word: &str| words.contains(&word);
    let known = |word: &&str| {
        [
            "rust",
            "compile_fail",
            "should_panic",
            "no_run",
            "edition2021",
            "edition2024",
        ]
        .contains(word)
            || crate::check::relation::is_code(word)
    };
    if !words.iter().all(known) {
        return None;
    }
    let codes = words
        .iter()
        .filter(|word| crate::check::relation::is_code(word));
    Some(match () {
        () if has("compile_fail") => Wish::Refused {
            any_of: codes.map(|code| (*code).to_owned()).collect(),
        },
        () if has("should_panic") => Wish::Panics,
        () if has("no_run") => Wish::Compiles,
        () => Wish::Runs,
    })
}

fn block(title: String, line: usize, lines: &[String], mut wish: Wish) -> Block {
    let shown = lines
        .iter()
        .filter(|text| !is_hidden(text))
        .map(|text| unmarked(text))
        .collect();
    let code: Vec<String> = lines.iter().map(|text| compiled(text)).collect();
    let marks = marks::code_marks(&Source::new(code.join("\n")));
    let pinned = pinned(&marks);
    if let (Wish::Refused { any_of }, Some((_, alternatives))) = (&mut wish, &pinned) {
        any_of.extend(
            alternatives
                .iter()
                .filter(|a| !any_of.contains(a))
                .cloned()
                .collect::<Vec<_>>(),
        );
    }
    Block {
        title,
        line,
        shown,
        code,
        wish,
        pinned,
    }
}

fn pinned(marks: &[CodeMark]) -> Option<(usize, Vec<String>)> {
    let line = marks.first()?.line;
    let all = marks.iter().filter(|mark| mark.line == line);
    Some((
        line,
        all.flat_map(|mark| mark.code.split('|'))
            .map(|text| text.trim().to_owned())
            .collect(),
    ))
}

/// `# use x;` is compiled and not shown; `## x` is shown as `# x`; `#[derive]` and `#!` are code.
fn is_hidden(line: &str) -> bool {
    let text = line.trim_start();
    text == "#" || text.starts_with("# ")
}

fn compiled(line: &str) -> String {
    let text = line.trim_start();
    match text.strip_prefix("# ") {
        Some(rest) => rest.to_owned(),
        None if text == "#" => String::new(),
        None if text.starts_with("##") => line.replacen("##", "#", 1),
        None => line.to_owned(),
    }
}

/// As shown to the learner: the mark is for the checker.
fn unmarked(line: &str) -> String {
    let code = line.find("//~").map_or(line, |at| &line[..at]);
    code.trim_end()
        .replacen("##", "#", usize::from(code.trim_start().starts_with("##")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "//! Voucher
//! A cinema.
//!
//! # Examples
//!
//! It is redeemed:
//! ```
//! # use voucher::Voucher;
//! let v = Voucher::issue(900);
//! #[allow(unused)]
//! assert_eq!(v.redeem(), 900);
//! ```
//!
//! Nobody writes one by hand:
//! ```compile_fail,E0451
//! let v = Voucher {
//!     cents: 1, //~ E0451 | due to private fields
//! };
//! ```
//! ```text
//! not code
//! ```
pub struct Voucher;
";

    #[test]
    fn blocks_have_titles_lines_and_wishes() {
        let blocks = blocks(&Source::new(FILE));
        let heads: Vec<_> = blocks
            .iter()
            .map(|b| (b.title.as_str(), b.line, b.wish.clone()))
            .collect();
        let any_of = vec!["E0451".to_owned(), "due to private fields".to_owned()];
        assert_eq!(
            heads,
            [
                ("It is redeemed", 8, Wish::Runs),
                ("Nobody writes one by hand", 16, Wish::Refused { any_of }),
            ]
        );
    }

    #[test]
    fn hidden_lines_are_compiled_and_not_shown_and_marks_pin_a_line() {
        let blocks = blocks(&Source::new(FILE));
        assert_eq!(blocks[0].code[0], "use voucher::Voucher;");
        assert_eq!(blocks[0].shown[0], "let v = Voucher::issue(900);");
        assert_eq!(blocks[1].shown[1], "    cents: 1,");
        assert_eq!(blocks[1].pinned.as_ref().map(|(line, _)| *line), Some(2));
    }
}
