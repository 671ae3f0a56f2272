//! A test fails, or does not get to its end.

use super::super::count::counted;
use super::super::screen::{Block, Row};
use super::super::text::{Line, Role};
use super::super::told::{Facts, Told};
use super::run::output;
use super::test_name;
use crate::check::verdict::{FailedTest, Failure, Printed, TestRun, TestState};

/// Lines of the test list before passed tests are counted instead of named.
const NAMED: usize = 7;
/// Lines of a value that a test found.
const VALUE: usize = 6;

pub(super) fn failed(failed: &FailedTest, facts: &Facts<'_>) -> Told {
    let tests = &facts.evidence.tests;
    let passed = tests
        .iter()
        .filter(|test| test.state == TestState::Passed)
        .count();
    let sentence = match tests.len() {
        0 => "It compiles, but a test fails.".to_owned(),
        1 => "It compiles, but its test fails.".to_owned(),
        all => format!("It compiles, and {passed} of {all} tests pass."),
    };
    let failing = tests.len().saturating_sub(passed);
    let mut told = Told::not_yet(sentence);
    if tests.len() > 1 {
        told = told.block(list(tests));
    }
    told = told
        .block(first(failed, failing))
        .blocks(printed(failed, facts));
    told.more = match failing {
        0 | 1 => None,
        2 => Some("the other test".to_owned()),
        _ => Some("the other tests".to_owned()),
    };
    told.next(next(failed))
}

pub(super) fn ended_early(missing: &[String], facts: &Facts<'_>) -> Told {
    let rows = missing
        .iter()
        .map(|name| state_row("not yet", Role::Pending, &test_name(name)));
    let mut block = Block::of([Row::words(match missing.len() {
        1 => "This test did not run to its end".to_owned(),
        count => format!(
            "These {} did not run to their end",
            counted(count, "test", "tests")
        ),
    })]);
    block.rows.extend(rows);
    let printed = facts
        .evidence
        .printed
        .as_ref()
        .and_then(|printed| output("Your program prints", printed));
    Told::not_yet("It compiles, but the program ended before its tests did.")
        .block(block)
        .blocks(printed)
        .next("Look for something that ends the whole program, such as `exit`, and save.")
}

fn list(tests: &[TestRun]) -> Block {
    let mut rows = vec![Row::words("Tests")];
    let short = tests.len() > NAMED;
    let mut unnamed = 0;
    for test in tests {
        let name = test_name(&test.name);
        match test.state {
            TestState::Passed if short => unnamed += 1,
            TestState::Passed => rows.push(state_row("ok", Role::Good, &name)),
            TestState::Failed => rows.push(state_row("not yet", Role::Pending, &name)),
            TestState::Unfinished => rows.push(state_row("stopped", Role::Pending, &name)),
            TestState::NotRun => rows.push(state_row(".", Role::Quiet, &name)),
        }
    }
    if unnamed > 0 {
        rows.insert(
            1,
            state_row("ok", Role::Good, &counted(unnamed, "test", "tests")),
        );
    }
    Block::of(rows)
}

pub(super) fn state_row(state: &str, role: Role, words: &str) -> Row {
    Row::led(Line::plain("   ").and(state, role), 12, Line::plain(words))
}

/// The failing test that is shown: what it found and what it wanted.
pub(super) fn first(failed: &FailedTest, failing: usize) -> Block {
    let which = match failing {
        0 | 1 => "This one: ".to_owned(),
        count => format!(
            "The first of the {}: ",
            super::super::count::in_words(count)
        ),
    };
    let name = test_name(&failed.name);
    let line = failed
        .line
        .map_or_else(String::new, |line| format!(", line {line}"));
    let mut rows = vec![Row::words(format!("{which}\"{name}\"{line}"))];
    rows.extend(outcome(&failed.failure));
    Block::of(rows)
}

/// One test on a screen that shows all of them.
pub(super) fn whole(failed: &FailedTest) -> Block {
    let line = failed
        .line
        .map_or_else(String::new, |line| format!(", line {line}"));
    let mut rows = vec![Row::words(format!("\"{}\"{line}", test_name(&failed.name)))];
    rows.extend(outcome(&failed.failure));
    Block::of(rows)
}

fn outcome(failure: &Failure) -> Vec<Row> {
    match failure {
        Failure::Differs {
            found,
            expected,
            what,
        } => {
            let mut rows = value("expected", expected, what);
            rows.extend(value("found", found, ""));
            rows
        }
        Failure::Panic { message, line } if is_todo(message) => {
            let place = line.map_or_else(String::new, |line| format!(" in line {line}"));
            vec![Row::indented(
                3,
                format!("It came to the `todo!()`{place}."),
            )]
        }
        Failure::Panic { message, line } => {
            let place = line.map_or_else(String::new, |line| format!(" in line {line}"));
            let mut rows = vec![Row::indented(3, format!("It panicked{place}:"))];
            rows.extend(message.lines().take(VALUE).map(Row::quoted));
            rows
        }
    }
}

/// A value beside its word; what it is stands at the right of a short one, else above.
fn value(word: &str, value: &str, what: &str) -> Vec<Row> {
    let lead = Line::plain("   ").and(word, Role::Strong);
    let lines: Vec<&str> = value.lines().collect();
    match lines.as_slice() {
        [] => vec![Row::led(lead, 13, Line::plain("(nothing)"))],
        [one] if what.is_empty() => vec![Row::led(lead, 13, Line::plain(*one))],
        [one] => {
            let gap = " ".repeat(9usize.saturating_sub(one.chars().count()).max(3));
            vec![Row::led(
                lead,
                13,
                Line::plain(*one)
                    .and(gap, Role::Plain)
                    .and(what, Role::Quiet),
            )]
        }
        _ => {
            let mut rows = vec![Row::led(lead, 13, Line::of(what, Role::Quiet))];
            rows.extend(lines.iter().take(VALUE).map(|line| Row::barred(*line)));
            if lines.len() > VALUE {
                let more = counted(lines.len() - VALUE, "more line", "more lines");
                rows.push(Row::indented(6, format!("and {more}")));
            }
            rows
        }
    }
}

/// What this test printed, or else what `main` printed.
fn printed(failed: &FailedTest, facts: &Facts<'_>) -> Option<Block> {
    let of_test: Option<&Printed> = facts
        .evidence
        .tests
        .iter()
        .find(|test| test.name == failed.name && test.printed.lines > 0)
        .map(|test| &test.printed);
    let of_main = facts.evidence.printed.as_ref();
    output("Your program prints", of_test.or(of_main)?)
}

fn is_todo(message: &str) -> bool {
    message.starts_with("not yet implemented")
}

fn next(failed: &FailedTest) -> String {
    match &failed.failure {
        Failure::Differs { expected, what, .. } => {
            let short = !expected.contains('\n') && expected.chars().count() <= 30;
            let a_noun =
                !what.is_empty() && what.chars().count() <= 40 && !what.contains([':', ',', ';']);
            match (a_noun, short) {
                (true, true) => format!("Make {what} come out as {expected}, and save."),
                (true, false) => format!("Make {what} come out as expected, and save."),
                (false, true) => format!("Make this test find {expected}, and save."),
                (false, false) => "Make this test find what it expects, and save.".to_owned(),
            }
        }
        Failure::Panic {
            message,
            line: Some(line),
        } if is_todo(message) => {
            format!("Put your own code in the place of the `todo!()` in line {line}, and save.")
        }
        Failure::Panic { message, .. } if is_todo(message) => {
            "Put your own code in the place of the `todo!()`, and save.".to_owned()
        }
        Failure::Panic { .. } => "Make this test pass, and save.".to_owned(),
    }
}
