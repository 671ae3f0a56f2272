//! For services that read JUnit: a suite for each folder, a case for each exercise. What nobody has worked on, and what
//! this machine cannot check, is skipped.

use std::time::Duration;

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::super::clean::{Colours, clean};
use super::{Entry, Folder, Mark};

/// Valid XML whatever the texts hold.
pub fn junit(folders: &[Folder<'_>], took: Duration) -> String {
    let mut report = Report::new("tutor");
    report.set_time(took);
    for folder in folders {
        report.add_test_suite(suite(folder));
    }
    let written = report.to_string();
    written.expect("XML is written to memory")
}

fn suite(folder: &Folder<'_>) -> TestSuite {
    let mut suite = TestSuite::new(clean(folder.name, Colours::Drop));
    suite.add_test_cases(folder.entries.iter().map(case));
    if let Some(problem) = folder.problem {
        let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
        status.set_message(problem);
        suite.add_test_case(TestCase::new("the folder", status));
    }
    suite
}

fn case(entry: &Entry<'_>) -> TestCase {
    let exercise = entry.exercise();
    let reasons: Vec<String> = entry
        .reasons()
        .into_iter()
        .map(|reason| clean(&reason.words, Colours::Drop))
        .collect();
    let mut status = status(entry.mark());
    if let Some(first) = reasons.first() {
        status.set_message(first.clone());
        status.set_description(reasons.join("\n"));
    } else if entry.mark() == Mark::Untouched {
        status.set_message("untouched");
    }
    let mut case = TestCase::new(format!("{} {}", entry.number(), exercise.id), status);
    case.set_classname(entry.course.chapter_of(exercise).dir.as_str());
    case.set_time(entry.took());
    case
}

fn status(mark: Mark) -> TestCaseStatus {
    match mark {
        Mark::Passed => TestCaseStatus::success(),
        Mark::NotYet => TestCaseStatus::non_success(NonSuccessKind::Failure),
        Mark::Unclear | Mark::Broken => TestCaseStatus::non_success(NonSuccessKind::Error),
        Mark::Skipped | Mark::Untouched => TestCaseStatus::skipped(),
    }
}
