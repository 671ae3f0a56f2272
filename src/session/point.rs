//! What a reason points at: the code that can be explained, the line that the editor opens.

use crate::check::diagnostic::Diagnostic;
use crate::check::verdict::{
    BreakMissKind, Example, ExampleOutcome, Failure, FileTrouble, Grade, Reason, TokenMissKind,
    Wish,
};

/// The error code that it is about, if it is one that `rustc --explain` knows.
pub fn code(reason: &Reason) -> Option<&str> {
    let code = match reason {
        Reason::Refused { error, .. } => of_error(error),
        Reason::Break(miss) => match &miss.kind {
            BreakMissKind::OtherLine { error, .. }
            | BreakMissKind::OtherCode { error, .. }
            | BreakMissKind::More { error, .. } => of_error(error),
            _ => miss.expected.first().map(String::as_str),
        },
        Reason::Examples(examples) => examples
            .iter()
            .find(|example| !is_good(example))
            .and_then(of_example),
        _ => None,
    };
    code.filter(|code| is_code(code))
}

/// The line of the learner's file to look at.
pub fn line(reason: &Reason) -> Option<usize> {
    match reason {
        Reason::Refused { line, .. } | Reason::Lint { line, .. } | Reason::Changed { line, .. } => {
            Some(*line)
        }
        Reason::Test(failed) => match failed.failure {
            Failure::Panic {
                line: Some(line), ..
            } => Some(line),
            _ => failed.line,
        },
        Reason::Token(miss) => match miss.kind {
            TokenMissKind::Refused { line, .. } | TokenMissKind::Unsafe { line, .. } => Some(line),
            TokenMissKind::Absent { .. } => None,
        },
        Reason::Hangs { line, .. } => *line,
        Reason::Crashed {
            how: crate::check::verdict::Crash::Panic { line, .. },
            ..
        } => *line,
        Reason::Marks(miss) => {
            let wrong = miss.marks.iter().find(|mark| mark.grade != Grade::Right);
            wrong.or(miss.marks.first()).map(|mark| mark.line)
        }
        Reason::Trace(miss) => miss
            .lines
            .get(miss.right)
            .or(miss.lines.last())
            .map(|line| line.line),
        Reason::Break(miss) => match &miss.kind {
            BreakMissKind::OtherLine { line, .. }
            | BreakMissKind::OtherCode { line, .. }
            | BreakMissKind::More { line, .. }
            | BreakMissKind::Rewritten { line, .. } => Some(*line),
            BreakMissKind::Accepted | BreakMissKind::NoMark => None,
        },
        Reason::Examples(examples) => examples
            .iter()
            .find(|example| !is_good(example))
            .map(|example| example.line),
        Reason::File(FileTrouble::Unbalanced { line, .. }) => Some(*line),
        _ => None,
    }
}

/// Codes of the errors and names of the tests that a learner meets with this reason: what hints may be keyed by.
pub fn keys(reason: &Reason) -> Vec<&str> {
    let mut keys: Vec<&str> = code(reason).into_iter().collect();
    match reason {
        Reason::Refused { error, .. } => keys.extend(error.code.as_deref()),
        Reason::Test(failed) => keys.push(&failed.name),
        Reason::Hangs {
            test: Some(test), ..
        }
        | Reason::Budget { test, .. } => keys.push(test),
        Reason::Token(miss) => keys.push(&miss.tokens),
        Reason::Lint { lint, .. } => keys.push(lint),
        _ => {}
    }
    keys
}

fn is_code(code: &str) -> bool {
    crate::check::relation::is_code(code)
}

fn of_error(error: &Diagnostic) -> Option<&str> {
    error.code.as_deref()
}

fn is_good(example: &Example) -> bool {
    example.outcome == ExampleOutcome::AsItShould
}

fn of_example(example: &Example) -> Option<&str> {
    match (&example.outcome, &example.wish) {
        (ExampleOutcome::OtherReason { error } | ExampleOutcome::DoesNotCompile { error }, _) => {
            of_error(error)
        }
        (_, Wish::Refused { any_of }) => {
            any_of.iter().map(String::as_str).find(|code| is_code(code))
        }
        _ => None,
    }
}
