//! The program prints something else than the course says.

use super::super::screen::{Block, Row};
use super::super::text::{Line, Role};
use super::super::told::Told;
use super::run::output;
use crate::check::verdict::{OutputMiss, Stream};

pub(super) fn differs(miss: &OutputMiss) -> Told {
    let line = miss.line;
    let stream = match miss.stream {
        Stream::Out => "",
        Stream::Err => " on the error stream",
    };
    let sentence = match (&miss.expected, &miss.found) {
        (Some(_), None) => {
            format!("It compiles, but what it prints{stream} ends before line {line}.")
        }
        (None, Some(_)) => match line {
            0 | 1 => format!("It compiles, but it prints{stream}, and should not."),
            _ => format!(
                "It compiles, but it prints{stream} more than it should, from line {line} on."
            ),
        },
        _ => format!("It compiles, but line {line} of what it prints{stream} is another one."),
    };
    let next = match &miss.expected {
        Some(_) => format!("Make line {line} of the output read as expected, and save."),
        None if line <= 1 => format!("Let it print nothing{stream}, and save."),
        None => format!("Let the output end before line {line}, and save."),
    };
    let row = |word: &str, text: &Option<String>| {
        let lead = Line::plain("   ").and(word, Role::Strong);
        let text = text.as_deref().unwrap_or("(no such line)");
        let text = if text.is_empty() {
            "(an empty line)"
        } else {
            text
        };
        Row::led(lead, 13, Line::plain(text))
    };
    Told::not_yet(sentence)
        .block(Block::of([
            Row::words(format!("Line {line} of the output")),
            row("expected", &miss.expected),
            row("found", &miss.found),
        ]))
        .blocks(output("Your program prints", &miss.printed))
        .next(next)
}
