//! It works, but not within the rules of the exercise: tokens, lints, budgets, places that stay as they are.

use super::super::count::{grouped, times};
use super::super::frame::{Frame, Mark, Source};
use super::super::screen::{Block, Row};
use super::super::snippet::{self, Detail};
use super::super::text::{Line, Role};
use super::super::told::{Facts, Told};
use super::{so_far, test_name};
use crate::check::diagnostic::Diagnostic;
use crate::check::verdict::{TokenMiss, TokenMissKind};

pub(super) fn token(miss: &TokenMiss, facts: &Facts<'_>) -> Told {
    let so_far = so_far(facts.evidence);
    let tokens = miss.tokens.trim();
    match &miss.kind {
        TokenMissKind::Refused {
            line,
            column,
            width,
            source,
            found,
            allowed,
        } => {
            let (sentence, label) = match allowed {
                0 => (
                    format!("{so_far} line {line} uses `{tokens}`."),
                    "not allowed in this exercise".to_owned(),
                ),
                _ => (
                    format!(
                        "{so_far} it uses `{tokens}` {}; {} is allowed.",
                        times(*found),
                        times(*allowed)
                    ),
                    "from here on it is too often".to_owned(),
                ),
            };
            Told::not_yet(sentence)
                .block(marked(*line, *column, *width, source, &label))
                .blocks(why("Why not", &miss.why))
                .next(match allowed {
                    0 => format!("Find a way without `{tokens}`, and save."),
                    _ => format!("Use it {} at most, and save.", times(*allowed)),
                })
        }
        TokenMissKind::Absent {
            found,
            wanted,
            within,
        } => {
            let place = within
                .as_ref()
                .map_or_else(String::new, |within| format!(" in `{within}`"));
            absent(miss, &so_far, (*found, *wanted), &place)
        }
        TokenMissKind::Unsafe {
            line,
            column,
            source,
        } => Told::not_yet(format!(
            "Line {line} uses `unsafe`, which this exercise does not allow."
        ))
        .block(marked(
            *line,
            *column,
            6,
            source,
            "not allowed in this exercise",
        ))
        .blocks(why("Why not", &miss.why))
        .next("Find a way without `unsafe`, and save."),
    }
}

/// With how often the tokens were found, and how often they are wanted.
fn absent(miss: &TokenMiss, so_far: &str, (found, wanted): (usize, usize), place: &str) -> Told {
    let tokens = miss.tokens.trim();
    let sentence = match found {
        0 => format!("{so_far} it does not use `{tokens}`{place}."),
        _ => format!(
            "{so_far} it uses `{tokens}` {}{place}; {wanted} are wanted.",
            times(found)
        ),
    };
    Told::not_yet(sentence)
        .blocks(why("Why", &miss.why))
        .next(format!("Use `{tokens}`{place}, and save."))
}

pub(super) fn lint(lint: &str, diagnostic: &Diagnostic, line: usize, facts: &Facts<'_>) -> Told {
    let about = facts.exercise.deny.iter().any(|denied| denied == lint);
    let detail = if about { Detail::Bare } else { Detail::Whole };
    let program = facts.program();
    let mut block = snippet::headline(diagnostic);
    block
        .rows
        .extend(snippet::snippet(diagnostic, &program, detail).rows);
    let notes = if about {
        Vec::new()
    } else {
        snippet::notes(diagnostic, &program)
    };
    let mut told = Told::not_yet(format!(
        "{} line {line} draws the warning `{lint}`.",
        so_far(facts.evidence)
    ))
    .block(block)
    .blocks(notes)
    .next(format!(
        "Write line {line} so that there is nothing to warn of, and save."
    ));
    if about && !diagnostic.children.is_empty() {
        told.more = Some("more from the compiler".to_owned());
    }
    told
}

pub(super) fn budget(what: &str, test: &str, used: u64, allowed: u64, facts: &Facts<'_>) -> Told {
    let name = test_name(test);
    let row = |word: &str, number: u64| {
        let lead = Line::plain("   ").and(word, Role::Strong);
        Row::led(lead, 13, Line::plain(grouped(number)))
    };
    let counted = match what {
        "allocs" => "allocations",
        other => other,
    };
    Told::not_yet(format!(
        "{} it spends more than it may.",
        so_far(facts.evidence)
    ))
    .block(Block::of([
        Row::words(format!("Counted in the test \"{name}\": {counted}")),
        row("allowed", allowed),
        row("spent", used),
    ]))
    .next("Find out what is spent without need, and save.")
}

/// Something was changed that the exercise does not give away.
pub(super) fn changed(line: usize, found: &str, expected: &str) -> Told {
    let row = |word: &str, text: &str| {
        let lead = Line::plain("   ").and(word, Role::Strong);
        let text = if text.trim().is_empty() {
            "(nothing)"
        } else {
            text.trim()
        };
        Row::led(lead, 13, Line::plain(text))
    };
    Told::not_yet(format!(
        "Line {line} is not as it was. Only your answer is to be changed."
    ))
    .block(Block::of([
        Row::words(format!("Line {line} of the file")),
        row("before", expected),
        row("now", found),
    ]))
    .next(format!(
        "Put line {line} back as it was, and save. (Key x puts the whole file back.)"
    ))
}

fn marked(line: usize, column: usize, width: usize, source: &str, label: &str) -> Block {
    Block::of([Row::Code(Frame {
        lines: vec![Source {
            number: Some(line),
            text: source.to_owned(),
            marks: vec![Mark {
                start: column.saturating_sub(1),
                length: width,
                label: label.to_owned(),
                ..Mark::default()
            }],
            ..Source::default()
        }],
        ..Frame::default()
    })])
}

fn why(word: &str, reason: &str) -> Option<Block> {
    let reason = reason.trim();
    let lead = Line::plain(" ").and(word, Role::Strong);
    (!reason.is_empty()).then(|| Block::of([Row::led(lead, 10, Line::plain(reason))]))
}
