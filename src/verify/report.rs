//! All that a run of `verify` has found out, before anybody puts it into words.

use std::collections::HashMap;
use std::time::Duration;

use super::{Finding, Rule};
use crate::course::model::{Course, Kind};

/// One run over a course.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// The course's id.
    pub course: String,
    /// Those that were looked at, in the course's order.
    pub exercises: Vec<Proved>,
    /// Sorted by place and rule, each once.
    pub findings: Vec<Finding>,
    pub notices: Vec<Notice>,
    pub took: Duration,
}

/// One exercise that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proved {
    pub id: String,
    /// `3.2`
    pub number: String,
    /// The chapter's folder.
    pub chapter: String,
    pub kind: Kind,
    /// The starter, relative to the course folder.
    pub path: String,
    /// What this machine lacks, so that nothing was run.
    pub skipped: Option<String>,
    /// What it cost, now or when it was last proved.
    pub took: Duration,
    /// Nothing had changed since the last time.
    pub kept: bool,
    /// Every check came to its end: what was not found is not there.
    pub sure: bool,
}

/// Worth knowing, but nothing that is wrong with the course.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Notice {
    /// The pages of `docs` could not be looked for.
    NoDocs,
    /// Formatting was not looked at.
    NoRustfmt,
    /// Verdicts could not be kept; a clause with the reason.
    NotKept { why: String },
    /// Exercises with a fault in their entry were not proved.
    NotProved { exercises: usize },
    /// A part of several: which one, and how many exercises it has of how many.
    Part {
        index: usize,
        of: usize,
        exercises: usize,
        all: usize,
        /// A mark of how the whole was shared out. Machines that show another one have other costs, or another course.
        shares: String,
    },
}

impl Proved {
    /// An exercise of the course as it is named in a report.
    pub fn named(course: &Course, index: usize) -> Proved {
        let exercise = &course.exercises[index];
        Proved {
            id: exercise.id.clone(),
            number: course.number_of(exercise),
            chapter: course.chapter_of(exercise).dir.clone(),
            kind: exercise.kind,
            path: exercise.main_file().to_owned(),
            skipped: None,
            took: Duration::ZERO,
            kept: false,
            sure: true,
        }
    }
}

impl Report {
    /// Sorts the findings and says each once.
    pub fn settle(&mut self) {
        self.findings.sort();
        self.findings.dedup();
        self.notices.sort();
        self.notices.dedup();
    }

    /// The findings, each with its exercise.
    pub fn by_exercise(&self) -> ByExercise<'_> {
        let ids = self.exercises.iter().map(|exercise| exercise.id.as_str());
        let mut sorted = ByExercise {
            of: ids.map(|id| (id, Vec::new())).collect(),
            general: Vec::new(),
        };
        for finding in &self.findings {
            let id = finding.exercise.as_deref();
            match id.and_then(|id| sorted.of.get_mut(id)) {
                Some(own) => own.push(finding),
                None => sorted.general.push(finding),
            }
        }
        sorted
    }

    /// Whether something could not be checked: then the machine is at fault, not the course alone.
    pub fn is_broken(&self) -> bool {
        self.findings
            .iter()
            .any(|finding| finding.rule == Rule::NotChecked)
    }
}

/// The findings of a report, in its order.
pub struct ByExercise<'r> {
    of: HashMap<&'r str, Vec<&'r Finding>>,
    /// What belongs to no exercise that was looked at: manifests, cards, files that nobody declared.
    pub general: Vec<&'r Finding>,
}

impl<'r> ByExercise<'r> {
    /// What was found in one exercise.
    pub fn of(&self, exercise: &Proved) -> &[&'r Finding] {
        self.of.get(exercise.id.as_str()).map_or(&[], Vec::as_slice)
    }

    /// How many exercises have findings.
    pub fn unsound(&self) -> usize {
        self.of.values().filter(|found| !found.is_empty()).count()
    }
}
