//! Kind `predict`: the learner speaks first, then the compiler.

use super::super::codes;
use super::super::screen::{Block, Pair, Row, Word};
use super::super::text::{Line, Role};
use super::super::told::{Facts, Told};
use crate::check::verdict::{Grade, Mark, MarksMiss};

pub(super) fn told(miss: &MarksMiss, facts: &Facts<'_>) -> Told {
    if miss.marks.is_empty() {
        return not_begun(facts);
    }
    let first_try = facts.tries <= 1;
    let wrong = miss.marks.iter().find(|mark| mark.grade != Grade::Right);
    let told = Told::not_yet(sentence(miss))
        .block(marks(&miss.marks, first_try))
        .blocks(short_codes(facts.choices));
    match wrong {
        Some(mark) if !first_try => told.next(next(mark)),
        Some(_) => {
            told.next("Look at your marks again, and save. Then tutor says which are right.")
        }
        None => told.next("Find what else the compiler will refuse, mark it, and save."),
    }
}

fn not_begun(facts: &Facts<'_>) -> Told {
    Told::new(Word::Predict, "You speak first, then the compiler. No line is marked yet.")
        .blocks(long_codes(facts.choices))
        .block(Block::of([
            Row::words("Where the mark belongs"),
            Row::indented(4, "At the line that the compiler says no to. Lines that only lead up to it, or come after it, get no mark. Neither do lines that are fine."),
        ]))
        .next("Open the file (press o), mark the lines, save. Not sure? Guess: a guess is what makes the answer stick, and a wrong one costs nothing.")
}

fn sentence(miss: &MarksMiss) -> String {
    let count = miss.marks.len();
    let right = miss
        .marks
        .iter()
        .filter(|mark| mark.grade == Grade::Right)
        .count();
    match (right, count) {
        (1, 1) => "Your mark is right, but there is more to find.".to_owned(),
        (0, 1) => "Your mark is not right yet.".to_owned(),
        (0, _) => format!("None of your {count} marks is right."),
        (1, _) => format!("1 of your {count} marks is right."),
        _ if right == count => format!("Your {count} marks are right, but there is more to find."),
        _ => format!("{right} of your {count} marks are right."),
    }
}

fn long_codes(choices: &[String]) -> Option<Block> {
    let rows = choices.iter().map(|code| {
        let words = codes::about(code).map_or("", |(long, _)| long);
        Row::led(
            Line::plain("    ").and(code.as_str(), Role::Strong),
            12,
            Line::plain(words),
        )
    });
    let mut block = Block::words("Choose a code for each line that you expect to be refused:");
    block.rows.extend(rows);
    (!choices.is_empty()).then_some(block)
}

/// Two codes in a row where all of them fit so, else each in a row of its own.
fn short_codes(choices: &[String]) -> Option<Block> {
    const HANG: usize = 10;
    const ROOM: usize = 79;
    let cell = |code: &String| {
        let words = codes::about(code).map_or("", |(_, short)| short);
        Line::of(code.as_str(), Role::Strong).and(format!(" {words}"), Role::Plain)
    };
    let cells: Vec<Line> = choices.iter().map(cell).collect();
    let widest = cells.iter().map(Line::width).max()?;
    let at = HANG + widest + 2;
    let columns = if at + widest <= ROOM { 2 } else { 1 };
    let rows = cells.chunks(columns).enumerate().map(|(place, cells)| {
        let lead = if place == 0 {
            Line::plain(" ").and("Codes", Role::Strong)
        } else {
            Line::default()
        };
        Row::Pair(Pair {
            lead,
            hang: HANG,
            left: cells.first().cloned().unwrap_or_default(),
            at,
            right: cells.get(1).cloned().unwrap_or_default(),
        })
    });
    Some(Block::of(rows))
}

/// Line, code and the mark; from the second try on, what it is worth.
fn marks(marks: &[Mark], first_try: bool) -> Block {
    let widest = marks
        .iter()
        .map(|mark| mark.source.trim().chars().count())
        .max()
        .unwrap_or(0)
        .min(34);
    let mut rows = vec![Row::words("Your marks")];
    for mark in marks {
        let source = super::super::wrap::shortened(mark.source.trim(), widest);
        let lead = format!("    {:<4} {source:<widest$}     ", mark.line);
        let lead = Line::plain(lead)
            .and(mark.code.as_str(), Role::Strong)
            .and("   ", Role::Plain);
        let (words, role) = if first_try {
            ("", Role::Plain)
        } else {
            worth(mark.grade)
        };
        rows.push(Row::led(lead.clone(), lead.width(), Line::of(words, role)));
    }
    Block::of(rows)
}

fn worth(grade: Grade) -> (&'static str, Role) {
    match grade {
        Grade::Right => ("right", Role::Good),
        Grade::OtherCode => ("the right line, with another code", Role::Plain),
        Grade::Leads => (
            "close: this line is not refused itself, it leads up to one that is",
            Role::Plain,
        ),
        Grade::Follows => (
            "close: this line is not refused itself, it is the reason why another one is",
            Role::Plain,
        ),
        Grade::Wrong => ("nothing is refused here", Role::Plain),
        Grade::Twice => ("right, but marked twice", Role::Plain),
    }
}

fn next(mark: &Mark) -> String {
    let line = mark.line;
    match mark.grade {
        Grade::OtherCode => format!("Choose another code for line {line}, and save."),
        Grade::Twice => format!("Take one of the marks of line {line} away, and save."),
        Grade::Wrong => format!("Move the mark of line {line}, or take it away, and save."),
        Grade::Leads | Grade::Follows | Grade::Right => {
            format!("Move the mark of line {line}, and save.")
        }
    }
}
