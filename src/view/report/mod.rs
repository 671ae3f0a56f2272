//! What `tutor check` has found, for people and for scripts: one exercise, many of them, or the folders of a class.

mod class;
mod csv;
mod github;
mod json;
mod junit;
mod one;
mod table;
mod words;

#[cfg(test)]
mod tests;

pub use class::{Obstacle, class, obstacles};
pub use csv::csv;
pub use github::github;
pub use json::json;
pub use junit::junit;
pub use one::{one, verdict};
pub use table::table;
pub use words::Words;

use std::time::Duration;

use super::text::Line;
use crate::check::verdict::{Checked, Verdict};
use crate::course::model::{Course, Exercise};
use crate::session::progress::State;

/// The words of a verdict in every format. Only ever added to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    Passed,
    NotYet,
    /// A tool or a crate that the exercise needs is absent.
    Skipped,
    Unclear,
    /// The machine's fault, or ours.
    Broken,
    /// Nobody has worked on it: the bytes are the starter's.
    Untouched,
}

impl Mark {
    pub const ALL: [Mark; 6] = [
        Mark::Passed,
        Mark::NotYet,
        Mark::Untouched,
        Mark::Skipped,
        Mark::Unclear,
        Mark::Broken,
    ];

    /// For scripts.
    pub fn key(self) -> &'static str {
        match self {
            Mark::Passed => "passed",
            Mark::NotYet => "not_yet",
            Mark::Skipped => "skipped",
            Mark::Unclear => "unclear",
            Mark::Broken => "broken",
            Mark::Untouched => "untouched",
        }
    }

    /// For people.
    pub fn words(self) -> &'static str {
        match self {
            Mark::NotYet => "not yet",
            other => other.key(),
        }
    }
}

/// One exercise in one folder, looked at.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    pub course: &'a Course,
    /// Which of the course's exercises.
    pub index: usize,
    pub title: &'a str,
    /// What the progress says of it.
    pub state: State,
    /// It is where the learner is now.
    pub is_current: bool,
    /// The bytes are the starter's.
    pub untouched: bool,
    /// None: not checked, as nobody has worked on it.
    pub checked: Option<&'a Checked>,
    /// The main file as it was checked.
    pub text: &'a str,
    /// Where that file lies, as people and services find it from the current folder.
    pub path: &'a str,
}

impl<'a> Entry<'a> {
    pub fn exercise(&self) -> &'a Exercise {
        &self.course.exercises[self.index]
    }

    /// `3.2`
    pub fn number(&self) -> String {
        self.course.number_of(self.exercise())
    }

    /// `03.2`, as in the list.
    fn padded_number(&self) -> String {
        let exercise = self.exercise();
        let chapter = self.course.chapter_of(exercise).number;
        format!("{chapter:02}.{}", exercise.number)
    }

    /// What passes has passed, touched or not.
    pub fn mark(&self) -> Mark {
        match self.checked.map(|checked| &checked.verdict) {
            Some(Verdict::Passed) => Mark::Passed,
            Some(Verdict::Skipped { .. }) => Mark::Skipped,
            Some(Verdict::Broken(_)) => Mark::Broken,
            _ if self.untouched => Mark::Untouched,
            Some(Verdict::Unclear { .. }) => Mark::Unclear,
            Some(Verdict::NotYet(_)) | None => Mark::NotYet,
        }
    }

    pub fn took(&self) -> Duration {
        self.checked
            .map_or(Duration::ZERO, |checked| checked.evidence.took)
    }
}

/// Why somebody's folder could not be looked at.
pub const NO_EXERCISES: &str = "no exercise of this course was found in it";
pub const NO_SUCH_FOLDER: &str = "there is no such folder";
pub const IS_NO_FOLDER: &str = "this is a file, not a folder";
pub const IS_A_LINK: &str = "this is a link: name it with --in to have it looked at";

/// Which course the folders of a class were judged by.
#[derive(Debug, Clone, Copy)]
pub struct Judge<'a> {
    pub course: &'a Course,
    /// Where it lies; none: it is built in.
    pub dir: Option<&'a str>,
}

/// What was looked at in one folder.
#[derive(Debug, Clone)]
pub struct Folder<'a> {
    /// As the user named it; for the folder that the command works in, the course's id.
    pub name: &'a str,
    /// Why nothing could be looked at, in a sentence.
    pub problem: Option<&'a str>,
    pub entries: Vec<Entry<'a>>,
}

impl Folder<'_> {
    pub fn count(&self, mark: Mark) -> usize {
        let marks = self.entries.iter().map(Entry::mark);
        marks.filter(|found| *found == mark).count()
    }

    /// Of the exercises that passed.
    pub fn points(&self) -> u32 {
        let passed = self.entries.iter();
        let passed = passed.filter(|entry| entry.mark() == Mark::Passed);
        passed.map(|entry| entry.exercise().points).sum()
    }
}

/// Before a check that has to build the crates of others.
pub fn building_crates() -> Vec<Line> {
    vec![Line::plain(
        "The crates that this course uses are built first. That is done once, and may take some minutes.",
    )]
}
