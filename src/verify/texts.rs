//! Goals and notes: there, of their size, and of a width that every terminal shows.

use unicode_width::UnicodeWidthStr;

use crate::check::source::{Source, TokenKind};
use crate::course::goal;

use super::finding::Rule;
use super::starts::Mismatch;

/// The widest line of a goal or a note, in columns.
const WIDEST: usize = 80;

/// What is wrong with a starter's goal and its mark.
pub fn of_starter(text: &str) -> Vec<Mismatch> {
    let mut found = Vec::new();
    if let Some(above) = goal::above(text) {
        found.push(at(
            Rule::AboveGoal,
            above.line,
            "Something stands above the goal.",
            "Let the `//!` lines come first.",
        ));
    }
    let goal = goal::goal(text);
    if goal.title.trim().is_empty() {
        found.push(at(
            Rule::NoTitle,
            1,
            "The starter has no title.",
            "Begin it with `//! Title` and the goal below.",
        ));
    } else if goal.lines.is_empty() || goal.lines.len() > 4 {
        let what = format!("The goal has {} lines.", goal.lines.len());
        found.push(at(
            Rule::GoalSize,
            2,
            &what,
            "Say situation, task and limits in one to four lines.",
        ));
    }
    found.extend(too_wide(&goal.lines, Rule::GoalSize));
    found.extend(todo_mark(text));
    found
}

/// What is wrong with a solution's note.
pub fn of_solution(text: &str) -> Vec<Mismatch> {
    let mut note = goal::note(text);
    // A guard's note is followed by its examples.
    let end = note
        .iter()
        .position(|line| line.trim() == "# Examples")
        .unwrap_or(note.len());
    note.truncate(
        note[..end]
            .iter()
            .rposition(|line| !line.trim().is_empty())
            .map_or(0, |last| last + 1),
    );
    let mut found = too_wide(&note, Rule::NoteSize);
    if !(4..=8).contains(&note.len()) {
        let what = format!("The note has {} lines.", note.len());
        found.push(at(Rule::NoteSize, 1, &what, "Say in four to eight lines what the rule protects, the tempting belief, and another way."));
    }
    found
}

fn too_wide(lines: &[String], rule: Rule) -> Vec<Mismatch> {
    let wide = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.width() > WIDEST);
    wide.map(|(index, _)| {
        at(
            rule,
            index + 1,
            "A line is wider than 80 columns.",
            "Break it earlier.",
        )
    })
    .collect()
}

fn todo_mark(text: &str) -> Option<Mismatch> {
    let source = Source::new(text);
    let marked = source.tokens().iter().any(|token| {
        token.kind == TokenKind::LineComment && source.slice(*token).starts_with("// TODO")
    });
    (!marked).then(|| {
        at(
            Rule::TodoMark,
            1,
            "No `// TODO` says where to work.",
            "Put one at the place of work.",
        )
    })
}

fn at(rule: Rule, line: usize, what: &str, remedy: &str) -> Mismatch {
    Mismatch {
        rule,
        line: Some(line),
        what: what.to_owned(),
        remedy: remedy.to_owned(),
    }
}
