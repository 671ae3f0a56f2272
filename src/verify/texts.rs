//! Goals and notes: there, of their size, and of a width that every terminal shows.

use unicode_width::UnicodeWidthStr;

use crate::check::source::{Source, TokenKind};
use crate::course::goal;
use crate::course::model::Kind;

use super::finding::Rule;
use super::starts::Mismatch;

/// The widest line of a goal or a note, in columns.
const WIDEST: usize = 80;

/// What is wrong with a starter's goal and its mark.
pub fn of_starter(text: &str, kind: Kind) -> Vec<Mismatch> {
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
    found.extend(too_wide(text, Rule::GoalSize));
    found.extend(todo_mark(text, kind));
    found
}

/// What is wrong with a solution's note.
pub fn of_solution(text: &str) -> Vec<Mismatch> {
    let note = goal::note(text);
    let mut found = too_wide(text, Rule::NoteSize);
    if !(4..=8).contains(&note.len()) {
        let what = match note.len() {
            1 => "The note has one line.".to_owned(),
            lines => format!("The note has {lines} lines."),
        };
        found.push(at(Rule::NoteSize, 1, &what, "Say in four to eight lines what the rule protects, the tempting belief, and another way."));
    }
    found
}

/// Lines of the goal or the note that a window cuts; the examples of a guard are code, and are not meant.
fn too_wide(text: &str, rule: Rule) -> Vec<Mismatch> {
    let told = text.lines().enumerate().filter_map(|(index, line)| {
        let words = line.strip_prefix("//!")?;
        Some((index + 1, words.strip_prefix(' ').unwrap_or(words)))
    });
    told.take_while(|(_, words)| words.trim() != "# Examples")
        .filter(|(_, words)| words.width() > WIDEST)
        .map(|(line, _)| {
            at(
                rule,
                line,
                "A line is wider than 80 columns.",
                "Break it earlier.",
            )
        })
        .collect()
}

/// The lines on which a text says `// TODO`.
pub fn todo_lines(text: &str) -> Vec<usize> {
    let source = Source::new(text);
    let marks = source.tokens().iter().filter(|token| {
        token.kind == TokenKind::LineComment && source.slice(**token).starts_with("// TODO")
    });
    marks.map(|token| source.line_of(token.start)).collect()
}

/// One mark says where to work; a region has two, for its ends.
fn todo_mark(text: &str, kind: Kind) -> Option<Mismatch> {
    match todo_lines(text).as_slice() {
        [] => Some(at(
            Rule::TodoMark,
            1,
            "No `// TODO` says where to work.",
            "Put one at the place of work.",
        )),
        [first, second, ..] if kind != Kind::Break => Some(at(
            Rule::TodoMark,
            *second,
            &format!("There is a `// TODO` on line {first} already."),
            "Leave one, at the place where the work begins.",
        )),
        _ => None,
    }
}

fn at(rule: Rule, line: usize, what: &str, remedy: &str) -> Mismatch {
    Mismatch {
        rule,
        line: Some(line),
        what: what.to_owned(),
        remedy: remedy.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(mismatches: Vec<Mismatch>) -> Vec<(&'static str, Option<usize>)> {
        let found = mismatches.into_iter();
        found.map(|one| (one.rule.id(), one.line)).collect()
    }

    #[test]
    fn a_wide_line_is_named_by_its_line_in_the_file() {
        let wide = "w".repeat(81);
        let starter = format!("//! Title\n//!\n//! {wide}\n//! Do it.\n\n// TODO: do it.\n");
        assert_eq!(found(of_starter(&starter, Kind::Fix)), [("V051", Some(3))]);
        let fits = starter.replace(&wide, &wide[1..]);
        assert_eq!(found(of_starter(&fits, Kind::Fix)), []);
        let guard = format!("{fits}//!\n//! # Examples\n//!\n//! {wide}\n");
        assert_eq!(found(of_starter(&guard, Kind::Guard)), []);
    }

    #[test]
    fn one_mark_says_where_to_work() {
        let starter = "//! Title\n//! Do it.\n\n// TODO from here\nfn a() {}\n// TODO to here\n";
        assert_eq!(found(of_starter(starter, Kind::Fix)), [("V052", Some(6))]);
        assert_eq!(found(of_starter(starter, Kind::Break)), []);
        let none = starter.replace("// TODO", "// Work");
        assert_eq!(found(of_starter(&none, Kind::Break)), [("V052", Some(1))]);
    }
}
