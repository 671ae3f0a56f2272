//! Findings for scripts.

use serde_json::json;

use crate::verify::Finding;
use crate::verify::report::{Proved, Report};

/// One document with a line end; its fields are described in CONTRIBUTING.md, and only ever added to.
pub fn json(report: &Report) -> String {
    let found = report.by_exercise();
    let exercises: Vec<_> = report
        .exercises
        .iter()
        .map(|exercise| {
            json!({
                "id": exercise.id,
                "number": exercise.number,
                "kind": exercise.kind.key(),
                "path": exercise.path,
                "verdict": verdict(found.of(exercise), exercise),
                "missing": exercise.skipped,
                "unchanged": exercise.kept,
                "duration_ms": millis(exercise.took),
            })
        })
        .collect();
    let findings: Vec<_> = report.findings.iter().map(one).collect();
    let whole = json!({
        "schema": 1,
        "course": report.course,
        "sound": report.findings.is_empty(),
        "exercises": exercises,
        "findings": findings,
        "duration_ms": millis(report.took),
    });
    format!("{whole:#}\n")
}

fn one(finding: &Finding) -> serde_json::Value {
    json!({
        "rule": finding.rule.id(),
        "about": finding.rule.about(),
        "exercise": finding.exercise,
        "path": finding.place.path,
        "line": finding.place.line,
        "what": finding.what,
        "remedy": finding.remedy,
    })
}

fn verdict(found: &[&Finding], exercise: &Proved) -> &'static str {
    if !found.is_empty() {
        "unsound"
    } else if exercise.skipped.is_some() {
        "skipped"
    } else {
        "sound"
    }
}

fn millis(took: std::time::Duration) -> u64 {
    u64::try_from(took.as_millis()).unwrap_or(u64::MAX)
}
