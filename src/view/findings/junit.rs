//! Findings as a test report: one case for each exercise, one more for what belongs to none.

use quick_junit::{NonSuccessKind, TestCase, TestCaseStatus, TestSuite};

use crate::verify::Finding;
use crate::verify::report::{Proved, Report};

/// XML that is valid whatever a course or a program says: letters that XML does not know are left out.
pub fn junit(report: &Report) -> String {
    let mut whole = quick_junit::Report::new(format!("tutor verify {}", report.course));
    whole.set_time(report.took);
    let found = report.by_exercise();
    let mut suites: Vec<TestSuite> = Vec::new();
    for exercise in &report.exercises {
        let same = |suite: &&mut TestSuite| suite.name.as_str() == exercise.chapter;
        let case = case(found.of(exercise), exercise);
        match suites.last_mut().filter(same) {
            Some(suite) => {
                suite.add_test_case(case);
            }
            None => {
                let mut suite = TestSuite::new(exercise.chapter.as_str());
                suite.add_test_case(case);
                suites.push(suite);
            }
        }
    }
    suites.extend(general(&found.general));
    whole.add_test_suites(suites);
    let text = whole.to_string();
    // Writing into memory fails for nothing that is in a report.
    text.unwrap_or_default()
}

fn case(findings: &[&Finding], exercise: &Proved) -> TestCase {
    let status = match &exercise.skipped {
        _ if !findings.is_empty() => failed(findings),
        Some(missing) => {
            let mut status = TestCaseStatus::skipped();
            status.set_message(format!("{missing} is missing here"));
            status
        }
        None => TestCaseStatus::success(),
    };
    let mut case = TestCase::new(exercise.id.as_str(), status);
    case.set_classname(exercise.chapter.as_str());
    case.set_time(exercise.took);
    case
}

fn general(findings: &[&Finding]) -> Option<TestSuite> {
    if findings.is_empty() {
        return None;
    }
    let mut suite = TestSuite::new("the course");
    suite.add_test_case(TestCase::new(
        "info.toml, cards and files",
        failed(findings),
    ));
    Some(suite)
}

fn failed(findings: &[&Finding]) -> TestCaseStatus {
    let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
    let mut ids: Vec<&str> = findings.iter().map(|finding| finding.rule.id()).collect();
    ids.dedup();
    status.set_type(ids.join(" "));
    status.set_message(valid(&findings[0].what));
    let lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
    status.set_description(valid(&lines.join("\n")));
    status
}

/// Two letters that XML does not know, and that the writer lets through.
fn valid(text: &str) -> String {
    text.replace(['\u{fffe}', '\u{ffff}'], "")
}
