//! Kind `trace`: the learner says what the program prints.

use super::super::count::ordinal;
use super::super::screen::{Block, Row, Word};
use super::super::text::Role;
use super::super::told::Told;
use super::tests::state_row;
use crate::check::verdict::TraceMiss;

pub(super) fn told(miss: &TraceMiss) -> Told {
    let written = miss
        .lines
        .iter()
        .filter(|line| !line.text.trim().is_empty())
        .count();
    if written == 0 {
        return not_begun();
    }
    let count = miss.lines.len();
    let told = Told::not_yet(sentence(miss.right, count, miss.real)).block(lines(miss));
    match miss.lines.get(miss.right) {
        Some(line) if miss.right < miss.real => told.next(format!(
            "Look at your {} line again (line {} of the file), and save.",
            ordinal(miss.right + 1),
            line.line
        )),
        Some(line) => told.next(format!(
            "Take line {} of the file away, and save.",
            line.line
        )),
        None => told.next("Write what comes after it in a further `//>` line, and save."),
    }
}

fn not_begun() -> Told {
    Told::new(Word::Predict, "You speak first, then the program. No line is written yet.")
        .block(Block::of([
            Row::words("What to write"),
            Row::indented(4, "What the program prints, line by line, each line behind a `//>` of its own."),
        ]))
        .next("Open the file (press o), write the lines, save. Not sure? Guess: a guess is what makes the answer stick, and a wrong one costs nothing.")
}

fn sentence(right: usize, count: usize, real: usize) -> String {
    match right {
        _ if right == count && right < real => match count {
            1 => "Your line is right, but it is not the last one.".to_owned(),
            _ => format!("Your {count} lines are right, but they are not all."),
        },
        _ if right == real => "All of it is right, but there is too much of it.".to_owned(),
        0 => format!("The first of your {count} lines is not right yet."),
        1 => format!("The first of your {count} lines is right."),
        _ => format!("The first {right} of your {count} lines are right."),
    }
}

/// Right, wrong, and not looked at: what comes after a wrong line says nothing.
fn lines(miss: &TraceMiss) -> Block {
    let mut rows = vec![Row::words("Your lines")];
    for (place, line) in miss.lines.iter().enumerate() {
        let (state, role) = match place {
            _ if place < miss.right => ("ok", Role::Good),
            _ if place == miss.right => ("not yet", Role::Pending),
            _ => (".", Role::Quiet),
        };
        let row = state_row(state, role, line.text.trim_end());
        rows.push(indented(row));
    }
    Block::of(rows)
}

/// One column further right than a test: the words belong to the program.
fn indented(row: Row) -> Row {
    match row {
        Row::Text(mut text) => {
            text.hang = 13;
            text.lead.0.insert(
                0,
                super::super::text::Span {
                    text: " ".to_owned(),
                    ..Default::default()
                },
            );
            Row::Text(text)
        }
        other => other,
    }
}
