//! Many exercises as text: what did not pass, one after the other, and a last line with the numbers.

use std::time::Duration;

use super::super::count::{counted, seconds};
use super::super::glyphs::Charset;
use super::super::rows;
use super::super::screen::{Block, Row};
use super::super::text::{Line, Role};
use super::{Entry, Folder, Mark};

/// Where the words begin.
const WORDS: usize = 11;

/// What was tried and did not pass, each with its first reason; what was not tried is only counted.
pub fn table(folder: &Folder<'_>, took: Duration, width: usize, charset: Charset) -> Vec<Line> {
    let told = |entry: &&Entry<'_>| !matches!(entry.mark(), Mark::Passed | Mark::Untouched);
    let mut lines: Vec<Line> = Vec::new();
    for entry in same_faults_once(folder.entries.iter().filter(told)) {
        lines.extend(drawn(&entry, width, charset));
        lines.push(Line::default());
    }
    lines.push(summary(folder, took));
    lines
}

/// An entry with the sentence to show of it. What is broken for many alike is said with the first one.
fn same_faults_once<'e, 'a: 'e>(
    entries: impl Iterator<Item = &'e Entry<'a>>,
) -> Vec<(&'e Entry<'a>, String)> {
    let mut faults: Vec<String> = Vec::new();
    let mut shown = Vec::new();
    for entry in entries {
        let reason = entry.reasons().into_iter().next();
        let sentence = reason.map_or_else(String::new, |reason| reason.words);
        if entry.mark() == Mark::Broken {
            if faults.contains(&sentence) {
                continue;
            }
            faults.push(sentence.clone());
        }
        shown.push((entry, sentence));
    }
    shown
}

fn drawn((entry, sentence): &(&Entry<'_>, String), width: usize, charset: Charset) -> Vec<Line> {
    let mark = entry.mark();
    let role = match mark {
        Mark::Passed => Role::Good,
        Mark::Broken => Role::Refused,
        _ => Role::Pending,
    };
    let lead = Line::plain(" ").and(mark.words().to_uppercase(), role);
    let line = entry.reasons().first().and_then(|reason| reason.line);
    let place = line.map_or_else(
        || entry.path.to_owned(),
        |line| format!("{}:{line}", entry.path),
    );
    let head = Line::of(
        format!("{}  {}   ", entry.padded_number(), entry.title),
        Role::Strong,
    );
    let block = Block::of([
        Row::led(lead, WORDS, head.and(place, Role::Path)),
        Row::indented(WORDS, sentence.as_str()),
    ]);
    let drawn = rows::evidence(&block, width, charset);
    drawn.rows.into_iter().map(|row| row.line).collect()
}

/// `61 of 69 passed, 3 not yet, 5 untouched   1.20 s`
pub(super) fn summary(folder: &Folder<'_>, took: Duration) -> Line {
    let passed = folder.count(Mark::Passed);
    let all = folder.entries.len();
    let mut parts = vec![match all {
        1 => format!("{passed} of 1 exercise passed"),
        _ => format!(
            "{passed} of {} passed",
            counted(all, "exercise", "exercises")
        ),
    }];
    for mark in Mark::ALL.into_iter().skip(1) {
        let count = folder.count(mark);
        if count > 0 {
            parts.push(format!("{count} {}", mark.words()));
        }
    }
    Line::plain(" ")
        .and(parts.join(", "), Role::Strong)
        .and(format!("   {}", seconds(took)), Role::Quiet)
}
