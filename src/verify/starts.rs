//! What an untouched starter shows, against what its exercise declares. Exact: nothing more, nothing less.

use crate::check::diagnostic::Diagnostic;
use crate::check::place;
use crate::check::relation;
use crate::check::source::at::{self, AtFault};
use crate::check::source::{Source, tests_module};
use crate::check::verdict::{
    BreakMissKind, Checked, Crash, Example, ExampleOutcome, Failure, Reason, Relation, Verdict,
    Wish,
};
use crate::course::model::{At, Exercise, Kind, Start};

use super::finding::Rule;
use super::refusal;

/// Something that is wrong, with the line of the starter where there is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    pub rule: Rule,
    /// In the starter; `None`: the place is the exercise's entry.
    pub line: Option<usize>,
    pub what: String,
    pub remedy: String,
}

/// One thing that a starter shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Shown {
    Error(Diagnostic),
    Lint(Diagnostic),
    TestFails {
        test: String,
        message: String,
    },
    Panics {
        message: String,
    },
    Hangs,
    Over {
        what: String,
    },
    Accepts {
        count: usize,
    },
    /// A misuse or mutant that has nothing wrong, an output that differs: the kind's own way of not being done.
    Kinds,
    /// Anything else, in words.
    Other(String),
}

/// Everything that a check of the untouched starter has found.
pub fn shown(checked: &Checked, deny: &[String]) -> Vec<Shown> {
    let Verdict::NotYet(reasons) = &checked.verdict else {
        return Vec::new();
    };
    let mut all: Vec<Shown> = reasons.iter().filter_map(shown_by).collect();
    let lints = checked.evidence.warnings.iter();
    let denied = lints.filter(|w| w.code.as_ref().is_some_and(|code| deny.contains(code)));
    all.retain(|shown| !matches!(shown, Shown::Lint(_)));
    all.extend(denied.cloned().map(Shown::Lint));
    all
}

fn shown_by(reason: &Reason) -> Option<Shown> {
    Some(match reason {
        Reason::Refused {
            relation: Relation::InTests,
            ..
        }
        | Reason::Token(_) => return None,
        Reason::Refused { error, .. } => Shown::Error(error.clone()),
        Reason::Test(failed) => Shown::TestFails {
            test: failed.name.clone(),
            message: match &failed.failure {
                Failure::Panic { message, .. } => message.clone(),
                Failure::Differs { what, .. } => what.clone(),
            },
        },
        Reason::Crashed {
            how: Crash::Panic { message, .. },
            ..
        } => Shown::Panics {
            message: message.clone(),
        },
        Reason::Hangs { .. } => Shown::Hangs,
        Reason::Budget { what, .. } => Shown::Over { what: what.clone() },
        Reason::Lint { diagnostic, .. } => Shown::Lint(diagnostic.clone()),
        Reason::Examples(examples) => shown_by_examples(examples),
        Reason::Marks(_) | Reason::Trace(_) | Reason::Mutants { .. } | Reason::Output(_) => {
            Shown::Kinds
        }
        Reason::Break(miss) if miss.kind == BreakMissKind::Accepted => Shown::Kinds,
        other => Shown::Other(words_of_other(other)),
    })
}

/// The misuses that are accepted; unless what is to be accepted is not.
fn shown_by_examples(examples: &[Example]) -> Shown {
    let is_misuse = |example: &&Example| matches!(example.wish, Wish::Refused { .. });
    let broken = examples
        .iter()
        .find(|one| !is_misuse(one) && one.outcome != ExampleOutcome::AsItShould);
    match broken {
        Some(Example { title, .. }) => {
            Shown::Other(format!("the legal example \"{title}\" does not work"))
        }
        None => {
            let misuses = examples.iter().filter(is_misuse);
            let accepted = misuses.filter(|one| one.outcome == ExampleOutcome::Accepted);
            Shown::Accepts {
                count: accepted.count(),
            }
        }
    }
}

/// What no entry of `starts` can declare.
fn words_of_other(reason: &Reason) -> String {
    match reason {
        Reason::Break(_) => "the starter is refused before anything was changed".into(),
        Reason::EndedEarly { missing } => format!("it ends before {} tests do", missing.len()),
        Reason::Floods { .. } => "it prints without end".into(),
        Reason::Crashed { .. } => "the program ends badly".into(),
        Reason::Changed { line, .. } => format!("line {line} counts as changed"),
        Reason::File(_) => "the file cannot be read".into(),
        Reason::ReadsOther { path } => format!("it reads the file {path}"),
        other => refusal::words(other),
    }
}

/// Holds what a starter shows against its declaration, or against the default of its kind.
pub fn compare(exercise: &Exercise, starter: &Source, checked: &Checked) -> Vec<Mismatch> {
    match &checked.verdict {
        Verdict::Passed => return vec![solved(&exercise.id)],
        Verdict::Broken(fault) => return vec![unchecked(&fault.what)],
        Verdict::Unclear { raw } => return vec![unchecked(raw)],
        Verdict::Skipped { .. } => return Vec::new(),
        Verdict::NotYet(_) => {}
    }
    if exercise.v1.is_some() {
        return Vec::new(); // that format only says that a starter is not solved yet
    }
    let shown = shown(checked, &exercise.deny);
    match &exercise.starts {
        _ if exercise.kind == Kind::Predict => predicted(exercise, starter, checked),
        Some(starts) => declared(exercise, starter, starts, shown),
        None => default_of(exercise, &shown),
    }
}

fn solved(id: &str) -> Mismatch {
    Mismatch {
        rule: Rule::Solved,
        line: Some(1),
        what: "The starter passes as it is: somebody has solved it by hand, or there is nothing to do.".into(),
        remedy: format!("Put the starter back (`tutor reset {id}`, or from git), or make it need an answer."),
    }
}

fn unchecked(why: &str) -> Mismatch {
    Mismatch {
        rule: Rule::NotChecked,
        line: None,
        what: format!("The starter could not be checked: {why}"),
        remedy: "See that the toolchain works (`tutor doctor`).".into(),
    }
}

/// For `predict` the compiler's errors are the evidence; the solution proves its own marks.
fn predicted(exercise: &Exercise, starter: &Source, checked: &Checked) -> Vec<Mismatch> {
    let Some(starts) = &exercise.starts else {
        return Vec::new();
    };
    let errors = checked
        .evidence
        .errors
        .iter()
        .cloned()
        .map(Shown::Error)
        .collect();
    declared(exercise, starter, starts, errors)
}

fn declared(
    exercise: &Exercise,
    starter: &Source,
    starts: &[Start],
    mut shown: Vec<Shown>,
) -> Vec<Mismatch> {
    let mut found = Vec::new();
    for start in starts {
        match position(start, &shown, exercise, starter) {
            Ok(Some(index)) => {
                shown.remove(index);
            }
            Ok(None) => found.push(missing(start)),
            Err(fault) => {
                found.push(bad_at(start, &fault));
                // What is declared is declared, wherever it was to be.
                if let Ok(Some(index)) = position(&anywhere(start), &shown, exercise, starter) {
                    shown.remove(index);
                }
            }
        }
    }
    for start in &exercise.tolerate {
        while let Ok(Some(index)) = position(start, &shown, exercise, starter) {
            shown.remove(index);
        }
    }
    // One fragment of a panic may speak for several tests.
    for start in starts
        .iter()
        .filter(|start| matches!(start, Start::Panics { .. }))
    {
        while let Ok(Some(index)) = position(start, &shown, exercise, starter) {
            shown.remove(index);
        }
    }
    let hangs = starts.contains(&Start::Hangs);
    let extra = shown
        .into_iter()
        .filter(|shown| !(matches!(shown, Shown::Kinds) || hangs && is_unrun(shown)));
    found.extend(extra.map(|shown| undeclared(&shown, exercise)));
    found
}

fn anywhere(start: &Start) -> Start {
    let mut start = start.clone();
    if let Start::Error { at, .. } | Start::Lint { at, .. } = &mut start {
        *at = At::default();
    }
    start
}

fn is_unrun(shown: &Shown) -> bool {
    matches!(shown, Shown::Other(_))
}

/// Which of the shown things is the declared one.
pub(super) fn position(
    start: &Start,
    shown: &[Shown],
    exercise: &Exercise,
    starter: &Source,
) -> Result<Option<usize>, AtFault> {
    let file = exercise.main_file();
    let wanted_line = match start {
        Start::Error { at, .. } | Start::Lint { at, .. } => {
            at::resolve(at, starter, own_lines(starter))?
        }
        _ => None,
    };
    let on_line = |d: &Diagnostic| {
        let lines = place::lines_in(d, file);
        wanted_line.is_none_or(|line| lines.contains(&line))
    };
    let is_it = |shown: &Shown| match (start, shown) {
        (Start::Error { any_of, .. }, Shown::Error(error)) => {
            relation::matches(error, any_of) && on_line(error)
        }
        (Start::Lint { lint, .. }, Shown::Lint(warning)) => {
            warning.code.as_ref() == Some(lint) && on_line(warning)
        }
        (Start::Fails { test }, Shown::TestFails { test: failed, .. }) => test == failed,
        (
            Start::Panics { fragment },
            Shown::Panics { message } | Shown::TestFails { message, .. },
        ) => message.contains(fragment),
        (Start::Hangs, Shown::Hangs) => true,
        (Start::Over { what }, Shown::Over { what: over }) => what == over,
        (Start::Accepts { count }, Shown::Accepts { count: accepted }) => count == accepted,
        _ => false,
    };
    Ok(shown.iter().position(is_it))
}

/// The lines that do not belong to the tests.
pub(super) fn own_lines(starter: &Source) -> std::ops::RangeInclusive<usize> {
    let tests = tests_module::find(starter).map(|module| starter.line_of(module.whole.start) - 1);
    1..=tests.unwrap_or(starter.lines())
}

fn missing(start: &Start) -> Mismatch {
    Mismatch {
        rule: Rule::NotShown,
        line: None,
        what: format!(
            "`starts` declares {}, and the starter does not show it.",
            words(start)
        ),
        remedy: "Correct `starts`, or the starter.".into(),
    }
}

fn bad_at(start: &Start, fault: &AtFault) -> Mismatch {
    let what = match fault {
        AtFault::Absent { text } => format!("the text `{text}` stands on no line of the starter"),
        AtFault::Ambiguous {
            text,
            lines: (one, two),
        } => {
            format!("the text `{text}` stands on lines {one} and {two} of the starter")
        }
    };
    Mismatch {
        rule: Rule::AtLine,
        line: None,
        what: format!("`at` of {} has to name one line: {what}.", words(start)),
        remedy: "Choose a text that stands on exactly the line of the error.".into(),
    }
}

fn undeclared(shown: &Shown, exercise: &Exercise) -> Mismatch {
    let line = match shown {
        Shown::Error(d) | Shown::Lint(d) => {
            place::lines_in(d, exercise.main_file()).first().copied()
        }
        _ => None,
    };
    Mismatch {
        rule: Rule::NotDeclared,
        line,
        what: format!(
            "The starter shows {}, and `starts` does not declare it.",
            shown_words(shown, line)
        ),
        remedy: "Declare it in `starts`, or mend the starter.".into(),
    }
}

/// The defaults of design section 4: what each kind's starter shows where nothing is declared.
fn default_of(exercise: &Exercise, shown: &[Shown]) -> Vec<Mismatch> {
    let fits = |shown: &Shown| match exercise.kind {
        Kind::Write => matches!(
            shown,
            Shown::TestFails { .. } | Shown::Panics { .. } | Shown::Kinds
        ),
        Kind::Lint => matches!(shown, Shown::Lint(_)),
        Kind::Measure => matches!(shown, Shown::Over { .. }),
        Kind::Guard => matches!(shown, Shown::Accepts { count } if *count > 0),
        Kind::Tests | Kind::Trace | Kind::Break | Kind::Predict => matches!(shown, Shown::Kinds),
        Kind::Fix => false,
    };
    let mut found: Vec<Mismatch> = shown
        .iter()
        .filter(|shown| !fits(shown))
        .map(|shown| undeclared(shown, exercise))
        .collect();
    if exercise.kind == Kind::Write && !shown.iter().any(reaches_todo) {
        found.push(no_todo());
    }
    if exercise.kind == Kind::Lint {
        let seen = |lint: &String| {
            shown
                .iter()
                .any(|s| matches!(s, Shown::Lint(w) if w.code.as_ref() == Some(lint)))
        };
        let at = At::default();
        let silent = exercise.deny.iter().filter(|lint| !seen(lint));
        found.extend(silent.map(|lint| {
            missing(&Start::Lint {
                lint: lint.clone(),
                at: at.clone(),
            })
        }));
    }
    found
}

fn reaches_todo(shown: &Shown) -> bool {
    matches!(shown, Shown::TestFails { message, .. } | Shown::Panics { message } if message.contains("not yet implemented"))
}

fn no_todo() -> Mismatch {
    Mismatch {
        rule: Rule::NotShown,
        line: None,
        what: "No test of this `write` exercise reaches what is still to be written.".into(),
        remedy: "Leave the macro `todo` where the learner is to write, or declare `starts`.".into(),
    }
}

fn words(start: &Start) -> String {
    match start {
        Start::Error { any_of, at } => format!("the error {}{}", any_of.join(" or "), at_words(at)),
        Start::Lint { lint, at } => format!("the lint {lint}{}", at_words(at)),
        Start::Fails { test } => format!("that the test `{test}` fails"),
        Start::Panics { fragment } => format!("a panic with \"{fragment}\""),
        Start::Hangs => "that it hangs".into(),
        Start::Over { what } => format!("more {what} than the budget allows"),
        Start::Accepts { count } => accepted(*count),
    }
}

fn accepted(misuses: usize) -> String {
    match misuses {
        1 => "one accepted misuse".into(),
        misuses => format!("{misuses} accepted misuses"),
    }
}

fn at_words(at: &At) -> String {
    at.0.last()
        .map_or_else(String::new, |text| format!(" at `{text}`"))
}

fn shown_words(shown: &Shown, line: Option<usize>) -> String {
    let at = line.map_or_else(String::new, |line| format!(" on line {line}"));
    match shown {
        Shown::Error(d) => match &d.code {
            Some(code) => format!("the error {code}{at}"),
            None => format!("the error \"{}\"{at}", d.message),
        },
        Shown::Lint(d) => format!(
            "the lint {}{at}",
            d.code.as_deref().unwrap_or("without a name")
        ),
        Shown::TestFails { test, message } => format!("that the test `{test}` fails ({message})"),
        Shown::Panics { message } => format!("a panic ({message})"),
        Shown::Hangs => "that it hangs".into(),
        Shown::Over { what } => format!("more {what} than the budget allows"),
        Shown::Accepts { count } => accepted(*count),
        Shown::Kinds => "that it is not done".into(),
        Shown::Other(words) => format!("something else: {words}"),
    }
}
