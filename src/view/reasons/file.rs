//! The file is not there, or is no program.

use super::super::count::grouped;
use super::super::screen::{Block, Row};
use super::super::told::Told;
use crate::check::verdict::FileTrouble;

pub(super) fn told(trouble: &FileTrouble) -> Told {
    let (sentence, path, next) = match trouble {
        FileTrouble::Missing { path } => (
            "The file of this exercise is not there.".to_owned(),
            path,
            "Put it back where it was, or let it begin anew (key x).".to_owned(),
        ),
        FileTrouble::Empty { path } => (
            "The file of this exercise is empty.".to_owned(),
            path,
            "Save your text again in your editor, or let it begin anew (key x).".to_owned(),
        ),
        FileTrouble::NotUtf8 {
            path,
            looks_like_utf16,
        } => {
            let sentence = if *looks_like_utf16 {
                "The file is written in UTF-16, and Rust reads UTF-8 only."
            } else {
                "The file is not written in UTF-8, the only encoding that Rust reads."
            };
            let next = "Choose UTF-8 as its encoding in your editor, and save.";
            (sentence.to_owned(), path, next.to_owned())
        }
        FileTrouble::TooLarge { path, bytes } => (
            format!(
                "The file has {} bytes, which is more than an exercise may have.",
                grouped(*bytes)
            ),
            path,
            "Look whether something was pasted into it, or let it begin anew (key x).".to_owned(),
        ),
        FileTrouble::Unbalanced { path, line, what } => (
            format!(
                "The {} that opens in line {line} is never closed.",
                named(what)
            ),
            path,
            format!("Find the place where what opens in line {line} ought to end, and save."),
        ),
    };
    Told::not_yet(sentence)
        .block(Block::of([Row::words("File"), Row::indented(4, path)]))
        .next(next)
}

fn named(what: &str) -> String {
    match what {
        "{" | "(" | "[" => format!("bracket `{what}`"),
        "/*" => "comment".to_owned(),
        "\"" => "text".to_owned(),
        other => format!("`{other}`"),
    }
}

/// `include!`, `#[path]` and the like.
pub(super) fn reads_other(path: &str) -> Told {
    Told::not_yet("The program takes in another file. It has to stand by itself.")
        .block(Block::of([
            Row::words("It takes in"),
            Row::indented(4, path),
        ]))
        .next("Write what is needed into this file, and save.")
}
