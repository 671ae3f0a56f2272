//! The program runs, and does not come to a good end.

use std::time::Duration;

use super::super::count::grouped;
use super::super::screen::{Block, Row, Word};
use super::super::told::Told;
use super::test_name;
use crate::check::verdict::{Crash, Printed};

/// Lines of output on a screen.
const SHOWN: usize = 5;
const ENDED: &str = "tutor has ended it. Nothing is broken.";

pub(super) fn hangs(
    test: Option<&str>,
    line: Option<usize>,
    limit: Duration,
    printed: &Printed,
) -> Told {
    let seconds = super::super::count::counted(limit.as_secs() as usize, "second", "seconds");
    let mut told = Told::new(
        Word::Stopped,
        format!("It compiles, but it was still running after {seconds}."),
    );
    told.sentences.push(ENDED.to_owned());
    if let Some(test) = test {
        let line = line.map_or_else(String::new, |line| format!(", line {line}"));
        told = told.block(Block::of([
            Row::words("It was in this test when it was stopped"),
            Row::indented(4, format!("\"{}\"{line}", test_name(test))),
        ]));
    }
    told.again = true;
    told.blocks(last_lines(printed))
        .next("Look for a loop, or a wait, that never gets to its end, and save.")
}

pub(super) fn floods(printed: &Printed) -> Told {
    let mut told = Told::new(Word::Stopped, "It compiles, but it printed without end.");
    told.sentences.push(ENDED.to_owned());
    told.again = true;
    told.blocks(last_lines(printed))
        .next("Look for the loop that prints and never gets to its end, and save.")
}

pub(super) fn crashed(how: &Crash, printed: &Printed) -> Told {
    let told = match how {
        Crash::Panic { message, line } => panicked(message, *line),
        other => {
            let (sentence, next) = ended(other);
            Told::not_yet(format!("It compiles, but {sentence}.")).next(next)
        }
    };
    told.blocks(output("Your program had printed", printed))
}

fn panicked(message: &str, line: Option<usize>) -> Told {
    let place = line.map_or_else(String::new, |line| format!(" in line {line}"));
    let mut said = Block::words("It said");
    said.rows
        .extend(message.lines().take(SHOWN).map(Row::quoted));
    Told::not_yet(format!("It compiles, but it panicked{place}."))
        .block(said)
        .next("Find out what it did not expect there, and save.")
}

/// How it ended, after "It compiles, but", and what to look for.
fn ended(how: &Crash) -> (String, &'static str) {
    match how {
        Crash::Panic { .. } => (
            "it panicked".to_owned(),
            "Find out what it did not expect, and save.",
        ),
        Crash::Exit { code, expected } if code == expected => (
            "it left before it had come to its end".to_owned(),
            "Look for something that ends the whole program, such as `exit`, and save.",
        ),
        Crash::Exit { code, expected } => (
            format!("it ended with the exit code {code}; it should be {expected}"),
            "Look at how the program ends, and save.",
        ),
        Crash::Signal { name } => (
            format!("the system ended it ({name})"),
            "Look for the line that brings that about, and save.",
        ),
        Crash::StackOverflow => (
            "it called itself until the stack was full".to_owned(),
            "Look for the call that never gets to its end, and save.",
        ),
        Crash::OutOfMemory => (
            "it asked for more memory than it may have".to_owned(),
            "Look for what grows without end, and save.",
        ),
    }
}

/// What was printed, behind a bar: its beginning.
pub(super) fn output(title: &str, printed: &Printed) -> Option<Block> {
    if printed.lines == 0 && printed.head.is_empty() {
        return None;
    }
    let all = printed.head.len() as u64 >= printed.lines && printed.head.len() <= SHOWN;
    let title = if all {
        title.to_owned()
    } else {
        format!(
            "{title} {} lines; the first {}:",
            grouped(printed.lines),
            SHOWN.min(printed.head.len())
        )
    };
    let mut block = Block::words(title);
    block
        .rows
        .extend(printed.head.iter().take(SHOWN).map(|line| barred(line)));
    Some(block)
}

/// What was printed last, before it was ended.
fn last_lines(printed: &Printed) -> Option<Block> {
    if printed.lines == 0 {
        return None;
    }
    let mut last: Vec<&String> = printed
        .head
        .iter()
        .chain(&printed.tail)
        .rev()
        .take(3)
        .collect();
    last.reverse();
    let lines = grouped(printed.lines);
    let title = if printed.lines as usize <= last.len() {
        "Your program had printed".to_owned()
    } else {
        format!(
            "Your program had printed {lines} lines; the last {}:",
            last.len()
        )
    };
    let mut block = Block::words(title);
    block.rows.extend(last.into_iter().map(|line| barred(line)));
    Some(block)
}

/// One printed line; a very long one is cut off.
fn barred(line: &str) -> Row {
    const LONGEST: usize = 400;
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => Row::barred(format!("{}..", &line[..end])),
        None => Row::barred(line),
    }
}
