//! The folders of a class: one row each, and what stops most of them.

use std::collections::BTreeMap;
use std::time::Duration;

use super::super::codes;
use super::super::count::{counted, seconds};
use super::super::text::{Line, Role};
use super::super::wrap;
use super::{Entry, Folder, Mark};

/// Obstacles that are told.
const OBSTACLES: usize = 8;

/// Columns of a folder's name.
const NAME: usize = 28;

/// An exercise that folders fail in the same way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obstacle {
    /// Of the course's exercises.
    pub index: usize,
    /// The code, the test or the kind of reason that they have in common.
    pub key: String,
    pub folders: usize,
}

/// What stops most of the folders first; of those that stop as many, the earlier exercise.
pub fn obstacles(folders: &[Folder<'_>]) -> Vec<Obstacle> {
    let mut counts: BTreeMap<(usize, String), usize> = BTreeMap::new();
    let entries = folders.iter().flat_map(|folder| &folder.entries);
    for entry in entries.filter(|entry| entry.mark() == Mark::NotYet) {
        let reasons = entry.reasons();
        let key = reasons.into_iter().next().map(|reason| reason.key);
        *counts
            .entry((entry.index, key.unwrap_or_default()))
            .or_default() += 1;
    }
    let mut found: Vec<Obstacle> = counts
        .into_iter()
        .map(|((index, key), folders)| Obstacle {
            index,
            key,
            folders,
        })
        .collect();
    found.sort_by_key(|obstacle| std::cmp::Reverse(obstacle.folders));
    found
}

/// A row for each folder, then what stops most of them.
pub fn class(folders: &[Folder<'_>], took: Duration) -> Vec<Line> {
    let mut lines = vec![Line::of(
        format!(
            " {:<NAME$}{:>8}{:>9}{:>11}{:>7}{:>8}",
            "folder", "passed", "not yet", "untouched", "other", "points"
        ),
        Role::Quiet,
    )];
    lines.extend(folders.iter().map(row));
    lines.push(Line::default());
    lines.extend(stops(folders));
    lines.push(last(folders, took));
    lines
}

fn row(folder: &Folder<'_>) -> Line {
    let name = wrap::shortened(folder.name, NAME - 2);
    let name = format!(" {name}{}", " ".repeat(NAME - wrap::width(&name)));
    if let Some(problem) = folder.problem {
        return Line::plain(name).and(problem, Role::Pending);
    }
    let other = [Mark::Skipped, Mark::Unclear, Mark::Broken];
    let other: usize = other.into_iter().map(|mark| folder.count(mark)).sum();
    Line::plain(name).and(
        format!(
            "{:>8}{:>9}{:>11}{:>7}{:>8}",
            folder.count(Mark::Passed),
            folder.count(Mark::NotYet),
            folder.count(Mark::Untouched),
            other,
            folder.points()
        ),
        Role::Plain,
    )
}

fn stops(folders: &[Folder<'_>]) -> Vec<Line> {
    let all = obstacles(folders);
    if all.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![Line::of(" What stops most of them", Role::Strong)];
    for obstacle in all.iter().take(OBSTACLES) {
        let entries = folders.iter().flat_map(|folder| &folder.entries);
        let Some(entry) = entries
            .into_iter()
            .find(|entry| entry.index == obstacle.index)
        else {
            continue;
        };
        lines.push(stop(entry, obstacle));
    }
    if all.len() > OBSTACLES {
        let more = all.len() - OBSTACLES;
        lines.push(Line::of(format!("      and {more} more"), Role::Quiet));
    }
    lines.push(Line::default());
    lines
}

fn stop(entry: &Entry<'_>, obstacle: &Obstacle) -> Line {
    let exercise = format!("{}  {}", entry.padded_number(), entry.title);
    let exercise = wrap::shortened(&exercise, 32);
    let gap = " ".repeat(34 - wrap::width(&exercise));
    let what = match codes::about(&obstacle.key) {
        Some((_, short)) => format!("{} {short}", obstacle.key),
        None => in_words(&obstacle.key),
    };
    Line::plain(format!(" {:>5}   ", obstacle.folders))
        .and(exercise, Role::Strong)
        .and(format!("{gap}{what}"), Role::Plain)
}

/// A kind of reason, for people; the name of a test is a sentence already.
fn in_words(key: &str) -> String {
    let words = match key {
        "changed" => "code that has to stay was changed",
        "crashed" => "the program ends badly",
        "ended_early" => "the tests end too early",
        "file" => "the file is missing or is no text",
        "floods" => "the program prints without end",
        "hangs" => "the program does not end",
        "marks" => "other marks",
        "mutants" => "a faulty version passes its tests",
        "output" => "the program prints something else",
        "reads_other" => "it takes in another file",
        "trace" => "the program prints something else",
        name => return name.replace('_', " "),
    };
    words.to_owned()
}

fn last(folders: &[Folder<'_>], took: Duration) -> Line {
    let problems = folders.iter().filter(|folder| folder.problem.is_some());
    let problems = match problems.count() {
        0 => String::new(),
        count => format!(", {count} of them could not be looked at"),
    };
    let folders = counted(folders.len(), "folder", "folders");
    Line::of(format!(" {folders}{problems}"), Role::Strong)
        .and(format!("   {}", seconds(took)), Role::Quiet)
}
