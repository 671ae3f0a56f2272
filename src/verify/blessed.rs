//! What can be corrected without thinking: what a starter shows, which lines a prediction marks, what a program prints.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::starts::{self, Shown};
use crate::check::diagnostic::Diagnostic;
use crate::check::place;
use crate::check::source::at;
use crate::check::source::{Source, TokenKind};
use crate::check::verdict::{Checked, Verdict};
use crate::course::model::{At, Exercise, Kind, Start};

/// Longer texts of `at` are cut where a word ends.
const LONGEST: usize = 60;

/// `starts` as the starter really shows it. Entries that hold stay as they are written. `None` where it shows something
/// that no entry can say, and where nobody knows what it shows: of a check that did not come to its end, or of a starter
/// that passes, an empty list would say what is not so.
pub fn starts(exercise: &Exercise, starter: &Source, checked: &Checked) -> Option<Vec<Start>> {
    let Verdict::NotYet(_) = checked.verdict else {
        return None;
    };
    let shown = match exercise.kind {
        Kind::Predict => checked
            .evidence
            .errors
            .iter()
            .cloned()
            .map(Shown::Error)
            .collect(),
        _ => starts::shown(checked, &exercise.deny),
    };
    let mut old: Vec<&Start> = exercise.starts.iter().flatten().collect();
    let mut new: Vec<Start> = Vec::new();
    for shown in shown {
        let one = std::slice::from_ref(&shown);
        let holds =
            |start: &&Start| matches!(starts::position(start, one, exercise, starter), Ok(Some(_)));
        let start = match old.iter().position(holds) {
            Some(index) => old.remove(index).clone(),
            None => match entry(&shown, exercise, starter) {
                Said::Entry(start) => start,
                Said::Nothing => continue,
                Said::Unsayable => return None,
            },
        };
        if !new.contains(&start) {
            new.push(start);
        }
    }
    Some(new)
}

enum Said {
    Entry(Start),
    /// The kind's own way of not being done.
    Nothing,
    Unsayable,
}

fn entry(shown: &Shown, exercise: &Exercise, starter: &Source) -> Said {
    let at_of = |found: &Diagnostic| {
        let line = place::lines_in(found, exercise.main_file())
            .first()
            .copied();
        line.map_or_else(At::default, |line| at(starter, line))
    };
    Said::Entry(match shown {
        Shown::Error(error) => Start::Error {
            any_of: vec![
                error
                    .code
                    .clone()
                    .unwrap_or_else(|| fragment(&error.message)),
            ],
            at: at_of(error),
        },
        Shown::Lint(lint) => Start::Lint {
            lint: lint.code.clone().unwrap_or_default(),
            at: at_of(lint),
        },
        Shown::TestFails { test, .. } => Start::Fails { test: test.clone() },
        Shown::Panics { message } => Start::Panics {
            fragment: message.lines().next().unwrap_or_default().to_owned(),
        },
        Shown::Hangs => Start::Hangs,
        Shown::Over { what } => Start::Over { what: what.clone() },
        Shown::Accepts { count } => Start::Accepts { count: *count },
        Shown::Kinds => return Said::Nothing,
        Shown::Other(_) => return Said::Unsayable,
    })
}

/// What comes before the first name in a message changes least.
fn fragment(message: &str) -> String {
    let end = message.find('`').unwrap_or(message.len());
    let head = message[..end].trim_end_matches([' ', ':', ',']);
    if head.is_empty() { message } else { head }.to_owned()
}

/// A text that names this line: of the line itself, or behind one of a line above.
fn at(starter: &Source, line: usize) -> At {
    let own = starts::own_lines(starter);
    let text = words_of(starter.line(line));
    let alone = At(vec![text.clone()]);
    if names(&alone, starter, &own, line) {
        return alone;
    }
    let heads = (*own.start()..line)
        .rev()
        .map(|above| words_of(starter.line(above)));
    let behind = heads
        .filter(|head| !head.is_empty())
        .map(|head| At(vec![head, text.clone()]));
    let mut fitting = behind.filter(|at| names(at, starter, &own, line));
    let item = |at: &At| at.0[0].contains("fn ");
    let all: Vec<At> = fitting.by_ref().take(200).collect();
    let best = all.iter().find(|at| item(at)).or(all.first());
    best.cloned().unwrap_or_default()
}

fn names(at: &At, starter: &Source, own: &RangeInclusive<usize>, line: usize) -> bool {
    at::resolve(at, starter, own.clone()) == Ok(Some(line))
}

/// The line's code, short.
fn words_of(line: &str) -> String {
    let code = Source::new(line);
    let comment = code.tokens().iter().find(|token| !token.kind.is_code());
    let code = &line[..comment.map_or(line.len(), |token| token.start)];
    let text = code.trim().trim_end_matches('{').trim_end();
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let end = text
        .char_indices()
        .nth(LONGEST)
        .map_or(text.len(), |(at, _)| at);
    let cut = &text[..end];
    cut.rfind(' ').map_or(cut, |at| &cut[..at]).to_owned()
}

/// The text without its `//~` marks.
pub fn unmarked(text: &str) -> String {
    without_comments(text, "//~")
}

/// The text with a mark on every line that the compiler refuses.
pub fn marked(text: &str, errors: &[Diagnostic], file: &str) -> String {
    let marks: BTreeSet<(usize, String)> = errors
        .iter()
        .filter_map(|error| {
            let line = place::lines_in(error, file).first().copied()?;
            Some((line, error.code.clone()?))
        })
        .collect();
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let mut done: BTreeSet<usize> = BTreeSet::new();
    for (line, code) in marks {
        if let Some(text) = line.checked_sub(1).and_then(|index| lines.get_mut(index)) {
            let again = !done.insert(line);
            text.push_str(if again { ", " } else { " //~ " });
            text.push_str(&code);
        }
    }
    lines.join("\n") + "\n"
}

/// The text with these lines, and no others, as what the program prints: where such lines stand already, else at the end.
pub fn traced(text: &str, printed: &[String]) -> String {
    let place = text
        .lines()
        .position(|line| line.trim_start().starts_with("//>"));
    let bare = without_comments(text, "//>");
    let mut lines: Vec<String> = bare.lines().map(str::to_owned).collect();
    let place = place.unwrap_or(lines.len()).min(lines.len());
    let answer = printed
        .iter()
        .map(|line| format!("//> {line}").trim_end().to_owned());
    lines.splice(place..place, answer);
    lines.join("\n") + "\n"
}

/// Without the comments that begin so; a line that held nothing else goes with its comment.
fn without_comments(text: &str, begin: &str) -> String {
    let source = Source::new(text);
    let comments = source.tokens().iter().filter(|token| {
        token.kind == TokenKind::LineComment && source.slice(**token).starts_with(begin)
    });
    let starts: BTreeSet<usize> = comments.map(|token| token.start).collect();
    let mut lines = String::new();
    for number in 1..=source.lines() {
        let from = source.start_of_line(number);
        let line = source.line(number);
        match starts.range(from..=from + line.len()).next() {
            None => lines.push_str(line),
            Some(start) => {
                let code = line[..start - from].trim_end();
                if code.is_empty() {
                    continue;
                }
                lines.push_str(code);
            }
        }
        lines.push('\n');
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::diagnostic::Span;

    fn error(code: &str, line: usize) -> Diagnostic {
        Diagnostic {
            code: Some(code.into()),
            spans: vec![Span {
                file: "a.rs".into(),
                line_start: line,
                primary: true,
                ..Span::default()
            }],
            ..Diagnostic::default()
        }
    }

    #[test]
    fn marks_go_and_come_where_the_compiler_refuses() {
        let text = "a(); //~ E0001\n//~ E0002\nlet s = \"//~ x\"; // why\n";
        let bare = unmarked(text);
        assert_eq!(bare, "a();\nlet s = \"//~ x\"; // why\n");
        let errors = [error("E0499", 1), error("E0382", 1), error("E0502", 2)];
        assert_eq!(
            marked(&bare, &errors, "a.rs"),
            "a(); //~ E0382, E0499\nlet s = \"//~ x\"; // why //~ E0502\n"
        );
    }

    #[test]
    fn printed_lines_stand_where_others_stood() {
        let printed = ["one".to_owned(), String::new()];
        assert_eq!(
            traced("a();\n//> x\n//>\n// end\n", &printed),
            "a();\n//> one\n//>\n// end\n"
        );
        assert_eq!(traced("a();\n", &printed), "a();\n//> one\n//>\n");
    }

    #[test]
    fn a_line_is_named_by_its_own_text_or_behind_its_function() {
        let source = Source::new(
            "fn a() {\n    x.push(1); // here\n}\nfn b() {\n    x.push(1);\n    y();\n}\n",
        );
        assert_eq!(at(&source, 6), At(vec!["y();".into()]));
        assert_eq!(
            at(&source, 5),
            At(vec!["fn b()".into(), "x.push(1);".into()])
        );
        assert_eq!(
            at(&source, 2),
            At(vec!["fn a()".into(), "x.push(1);".into()])
        );
    }

    #[test]
    fn an_error_without_a_code_is_known_by_the_beginning_of_its_message() {
        assert_eq!(
            fragment("lifetime may not live long enough"),
            "lifetime may not live long enough"
        );
        assert_eq!(
            fragment("expected one of `!` or `::`, found `x`"),
            "expected one of"
        );
    }
}
