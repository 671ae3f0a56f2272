//! The folders of a class: one row each, and what stops most of them.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use super::super::count::{counted, seconds};
use super::super::folder::this_folder;
use super::super::text::{Line, Role};
use super::super::wrap;
use super::{Entry, Folder, Judge, Mark, NO_EXERCISES, Words};
use crate::course::model::Course;

/// Obstacles that are told.
const OBSTACLES: usize = 8;

/// Columns of a folder's name, and more where names could not be told apart otherwise.
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
    for (entry, reason) in entries.filter_map(stopped) {
        *counts.entry((entry.index, reason.key)).or_default() += 1;
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

/// A row for each folder, then what stops most of them, and by which course they were judged.
pub fn class(folders: &[Folder<'_>], judge: &Judge<'_>, took: Duration) -> Vec<Line> {
    let names: Vec<&str> = folders.iter().map(|folder| folder.name).collect();
    let names = told_apart(&names, NAME - 2);
    let widest = names.iter().map(|name| wrap::width(name) + 2);
    let room = widest.max().unwrap_or(0).max(NAME);
    let mut lines = vec![Line::of(
        format!(
            " {:<room$}{:>8}{:>9}{:>11}{:>7}{:>8}",
            "folder", "passed", "not yet", "untouched", "other", "points"
        ),
        Role::Quiet,
    )];
    let rows = folders.iter().zip(&names);
    lines.extend(rows.map(|(folder, name)| row(folder, &wrap::column(name, room))));
    lines.push(Line::default());
    lines.extend(stops(folders));
    lines.push(last(folders, took));
    lines.push(Line::of(judged_by(judge), Role::Quiet));
    lines.extend(looked_for(folders, judge.course));
    lines
}

/// The names as they are, or cut in their middle to so many columns: to more if two would look the same.
fn told_apart(names: &[&str], room: usize) -> Vec<String> {
    let all = names.iter().collect::<BTreeSet<_>>().len();
    let longest = names.iter().map(|name| wrap::width(name)).max();
    let mut room = room;
    loop {
        let short = names.iter().map(|name| wrap::shortened_inside(name, room));
        let short: Vec<String> = short.collect();
        let seen = short.iter().collect::<BTreeSet<_>>().len();
        if seen == all || Some(room) >= longest {
            return short;
        }
        room += 1;
    }
}

fn row(folder: &Folder<'_>, name: &str) -> Line {
    let name = format!(" {name}");
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

fn judged_by(judge: &Judge<'_>) -> String {
    let title = &judge.course.title;
    match judge.dir {
        Some(dir) => format!(
            " Judged by \"{title}\", the course in {}.",
            this_folder(dir)
        ),
        None => format!(" Judged by \"{title}\", the course that is built in."),
    }
}

/// Where nothing was found, how an exercise would have to be called.
fn looked_for(folders: &[Folder<'_>], course: &Course) -> Option<Line> {
    let none_found = |folder: &Folder<'_>| folder.problem == Some(NO_EXERCISES);
    let example = course.exercises.first()?.main_file();
    let words = format!(" Exercises are found by their paths, such as {example}.");
    let any = folders.iter().any(none_found);
    any.then(|| Line::of(words, Role::Quiet))
}

fn stops(folders: &[Folder<'_>]) -> Vec<Line> {
    let all = obstacles(folders);
    if all.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![Line::of(" What stops most of them", Role::Strong)];
    let met = folders.iter().flat_map(|folder| &folder.entries);
    let met: Vec<(&Entry<'_>, Words)> = met.filter_map(stopped).collect();
    for obstacle in all.iter().take(OBSTACLES) {
        let same = |(entry, reason): &&(&Entry<'_>, Words)| {
            entry.index == obstacle.index && reason.key == obstacle.key
        };
        lines.extend(
            met.iter()
                .find(same)
                .map(|(entry, reason)| stop(entry, reason, obstacle)),
        );
    }
    if all.len() > OBSTACLES {
        let more = all.len() - OBSTACLES;
        lines.push(Line::of(format!("      and {more} more"), Role::Quiet));
    }
    lines.push(Line::default());
    lines
}

/// An exercise that was tried and did not pass, and its first reason.
fn stopped<'e, 'a>(entry: &'e Entry<'a>) -> Option<(&'e Entry<'a>, Words)> {
    let is_stopped = entry.mark() == Mark::NotYet;
    let reason = entry.reasons().into_iter().next();
    Some((entry, reason.filter(|_| is_stopped)?))
}

fn stop(entry: &Entry<'_>, reason: &Words, obstacle: &Obstacle) -> Line {
    let exercise = format!("{}  {}", entry.padded_number(), entry.title);
    let exercise = wrap::shortened(&exercise, 32);
    let gap = " ".repeat(34 - wrap::width(&exercise));
    Line::plain(format!(" {:>5}   ", obstacle.folders))
        .and(exercise, Role::Strong)
        .and(format!("{gap}{}", reason.short), Role::Plain)
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
