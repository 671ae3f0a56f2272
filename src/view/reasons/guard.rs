//! Kind `guard`: what has to work works, and what has to be refused is refused, or not.

use super::super::codes;
use super::super::count::in_words;
use super::super::screen::{Block, Pair, Row};
use super::super::snippet;
use super::super::text::{Line, Role};
use super::super::told::Told;
use super::brk::wanted;
use crate::check::diagnostic::Diagnostic;
use crate::check::verdict::{Crash, Example, ExampleOutcome, Wish};

pub(super) fn told(examples: &[Example]) -> Told {
    let good = examples.iter().filter(|example| is_good(example)).count();
    let sentence = match (good, examples.len()) {
        (1, all) => format!("1 of {all} examples comes out as it should."),
        (good, all) => format!("{good} of {all} examples come out as they should."),
    };
    let mut told = Told::not_yet(sentence).block(table(examples));
    let Some(first) = examples.iter().find(|example| !is_good(example)) else {
        return told;
    };
    let left = examples.len() - good;
    told = told.block(self::first(first, left));
    told.more = match left {
        0 | 1 => None,
        2 => Some("the other one".to_owned()),
        left => Some(format!("the other {}", in_words(left - 1))),
    };
    told.next(next(first))
}

fn is_good(example: &Example) -> bool {
    example.outcome == ExampleOutcome::AsItShould
}

fn is_misuse(example: &Example) -> bool {
    matches!(example.wish, Wish::Refused { .. })
}

fn table(examples: &[Example]) -> Block {
    let mut rows = Vec::new();
    for (title, misuse) in [("Has to work", false), ("Has to be refused", true)] {
        let mut those = examples
            .iter()
            .filter(|example| is_misuse(example) == misuse)
            .peekable();
        if those.peek().is_some() {
            rows.push(Row::words(title));
            rows.extend(those.map(row));
        }
    }
    Block::of(rows)
}

fn row(example: &Example) -> Row {
    let (state, role) = match example.outcome {
        ExampleOutcome::AsItShould => ("ok", Role::Good),
        ExampleOutcome::NotReached => (".", Role::Quiet),
        _ => ("not yet", Role::Pending),
    };
    Row::Pair(Pair {
        lead: Line::plain("   ").and(state, role),
        hang: 12,
        left: Line::plain(title(example)),
        at: 46,
        right: Line::plain(outcome(example)),
    })
}

/// `It cannot be copied.` of `It cannot be copied:`.
fn title(example: &Example) -> String {
    let title = example.title.trim_end_matches(':');
    if title.ends_with('.') {
        title.to_owned()
    } else {
        format!("{title}.")
    }
}

fn outcome(example: &Example) -> String {
    let to_be = match &example.wish {
        Wish::Refused { any_of } if !any_of.is_empty() => format!("; to be {}", wanted(any_of)),
        Wish::Refused { .. } => "; to be refused".to_owned(),
        Wish::Runs | Wish::Panics | Wish::Compiles => String::new(),
    };
    match &example.outcome {
        ExampleOutcome::AsItShould => String::new(),
        ExampleOutcome::Accepted => format!("accepted today{to_be}"),
        ExampleOutcome::OtherReason { error } => format!("{}{to_be}", error_name(error)),
        ExampleOutcome::OtherLine { line, .. } => format!("refused, but in line {line}"),
        ExampleOutcome::DoesNotCompile { error } => format!("refused: {}", error_name(error)),
        ExampleOutcome::Failed { how } => failed(how),
        ExampleOutcome::Hangs => "does not come to an end".to_owned(),
        ExampleOutcome::NotReached => "not looked at yet".to_owned(),
    }
}

fn error_name(error: &Diagnostic) -> String {
    error
        .code
        .clone()
        .unwrap_or_else(|| "an error without a code".to_owned())
}

fn failed(how: &Crash) -> String {
    match how {
        Crash::Panic { .. } => "panics".to_owned(),
        Crash::Exit { code: 0, .. } => "leaves before its end".to_owned(),
        Crash::Exit { code, .. } => format!("ends with exit code {code}"),
        Crash::Signal { name } => format!("ended by the system ({name})"),
        Crash::StackOverflow => "calls itself without end".to_owned(),
        Crash::OutOfMemory => "wants too much memory".to_owned(),
    }
}

/// Every example that is not as it should be.
pub(super) fn all(examples: &[Example]) -> Vec<Block> {
    let bad = examples.iter().filter(|example| !is_good(example));
    bad.map(|example| shown(example, title(example).trim_end_matches('.').to_owned()))
        .collect()
}

/// The first example that is not as it should be.
fn first(example: &Example, left: usize) -> Block {
    let which = match left {
        1 => "This one".to_owned(),
        left => format!("The first of the {}", in_words(left)),
    };
    shown(example, which)
}

/// Its code, and what is known about it.
fn shown(example: &Example, which: String) -> Block {
    let mut rows = vec![Row::words(format!(
        "{which}, line {}. {}",
        example.line,
        situation(example)
    ))];
    let code = example
        .code
        .iter()
        .filter(|line| !line.trim_start().starts_with("use ") && !line.trim().is_empty());
    rows.extend(code.map(|line| Row::barred(line.as_str())));
    match &example.outcome {
        ExampleOutcome::OtherReason { error }
        | ExampleOutcome::OtherLine { error, .. }
        | ExampleOutcome::DoesNotCompile { error } => rows.extend(snippet::headline(error).rows),
        ExampleOutcome::Failed {
            how: Crash::Panic { message, .. },
        } => {
            rows.extend(message.lines().take(3).map(|line| Row::indented(4, line)));
        }
        _ => {}
    }
    if let (ExampleOutcome::Accepted, Wish::Refused { any_of }) = (&example.outcome, &example.wish)
        && let Some((code, (long, _))) = any_of
            .iter()
            .find_map(|code| Some((code, codes::about(code)?)))
    {
        rows.push(Row::indented(4, format!("{code} means: {long}.")));
    }
    Block::of(rows)
}

fn situation(example: &Example) -> &'static str {
    match example.outcome {
        ExampleOutcome::Accepted => "Somebody writes this, and it is allowed:",
        ExampleOutcome::OtherReason { .. } => "This is refused, but for another reason:",
        ExampleOutcome::OtherLine { .. } => "This is refused, but in another line:",
        ExampleOutcome::DoesNotCompile { .. } => "This has to work, and the compiler refuses it:",
        ExampleOutcome::Failed { .. } | ExampleOutcome::Hangs => {
            "This has to work, and does not run to its end:"
        }
        ExampleOutcome::AsItShould | ExampleOutcome::NotReached => "This was not looked at yet:",
    }
}

fn next(example: &Example) -> String {
    match &example.wish {
        Wish::Refused { any_of } if !any_of.is_empty() => {
            format!(
                "Change your code so that this is refused with {}, and save.",
                wanted(any_of)
            )
        }
        Wish::Refused { .. } => "Change your code so that this is refused, and save.".to_owned(),
        Wish::Runs | Wish::Panics | Wish::Compiles => {
            "Change your code so that this works, and save.".to_owned()
        }
    }
}
