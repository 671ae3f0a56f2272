//! Findings as a test report: one case for each exercise, one more for what belongs to none.

use super::super::junit::{Case, Failure, Outcome, Suite, xml};
use crate::verify::Finding;
use crate::verify::report::{Proved, Report};

/// What belongs to no exercise.
const COURSE: &str = "the course";

pub fn junit(report: &Report) -> String {
    let found = report.by_exercise();
    let mut suites: Vec<Suite> = Vec::new();
    for exercise in &report.exercises {
        let same = |suite: &&mut Suite| suite.name == exercise.chapter;
        let case = case(found.of(exercise), exercise);
        match suites.last_mut().filter(same) {
            Some(suite) => suite.cases.push(case),
            None => suites.push(Suite {
                name: exercise.chapter.clone(),
                cases: vec![case],
            }),
        }
    }
    suites.extend(general(&found.general));
    let name = format!("tutor verify {}", report.course);
    xml(&name, report.took, suites)
}

fn case(findings: &[&Finding], exercise: &Proved) -> Case {
    let outcome = match &exercise.skipped {
        _ if !findings.is_empty() => failed(findings),
        Some(missing) => Outcome::Skipped {
            message: format!("{missing} is missing here"),
        },
        None => Outcome::Passed,
    };
    Case {
        class: exercise.chapter.clone(),
        name: exercise.id.clone(),
        outcome,
        took: Some(exercise.took),
    }
}

fn general(findings: &[&Finding]) -> Option<Suite> {
    if findings.is_empty() {
        return None;
    }
    let case = Case {
        class: COURSE.to_owned(),
        name: "info.toml, cards and files".to_owned(),
        outcome: failed(findings),
        took: None,
    };
    Some(Suite {
        name: COURSE.to_owned(),
        cases: vec![case],
    })
}

fn failed(findings: &[&Finding]) -> Outcome {
    let mut ids: Vec<&str> = findings.iter().map(|finding| finding.rule.id()).collect();
    ids.dedup();
    let lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
    Outcome::Failed(Failure {
        kind: Some(ids.join(" ")),
        message: findings[0].what.clone(),
        text: Some(lines.join("\n")),
    })
}
