//! For services that read JUnit: a suite for each folder, a case for each exercise. What nobody has worked on, and what
//! this machine cannot check, is skipped.

use std::time::Duration;

use super::super::junit::{Case, Failure, Outcome, Suite, xml};
use super::{Entry, Folder, Mark};

pub fn junit(folders: &[Folder<'_>], took: Duration) -> String {
    xml("tutor", took, folders.iter().map(suite).collect())
}

fn suite(folder: &Folder<'_>) -> Suite {
    let mut cases: Vec<Case> = folder.entries.iter().map(case).collect();
    cases.extend(folder.problem.map(|problem| Case {
        class: folder.name.to_owned(),
        name: "the folder".to_owned(),
        outcome: Outcome::Error(Failure {
            message: problem.to_owned(),
            ..Failure::default()
        }),
        took: None,
    }));
    Suite {
        name: folder.name.to_owned(),
        cases,
    }
}

fn case(entry: &Entry<'_>) -> Case {
    let exercise = entry.exercise();
    Case {
        class: entry.course.chapter_of(exercise).dir.clone(),
        name: exercise.id.clone(),
        outcome: outcome(entry),
        took: Some(entry.took()),
    }
}

fn outcome(entry: &Entry<'_>) -> Outcome {
    let reasons = entry.reasons().into_iter();
    let reasons: Vec<String> = reasons.map(|reason| reason.words).collect();
    let message = reasons.first().cloned();
    let failure = Failure {
        kind: None,
        message: message.clone().unwrap_or_default(),
        text: Some(reasons.join("\n")),
    };
    match entry.mark() {
        Mark::Passed => Outcome::Passed,
        Mark::NotYet => Outcome::Failed(failure),
        Mark::Unclear | Mark::Broken => Outcome::Error(failure),
        Mark::Skipped | Mark::Untouched => Outcome::Skipped {
            message: message.unwrap_or_else(|| entry.mark().words().to_owned()),
        },
    }
}
