//! Findings about an exercise's entry stand at the key that they are about, where the entry has it.

use std::collections::HashMap;

use super::survey::Survey;
use crate::course::edit;
use crate::course::model::{Course, Exercise};
use crate::verify::Finding;

/// Moves them there from the entry's first line.
pub(super) fn point_at_keys(survey: &Survey, course: &Course, findings: &mut [Finding]) {
    let exercises = course.exercises.iter();
    let exercises: HashMap<&str, &Exercise> = exercises.map(|one| (one.id.as_str(), one)).collect();
    for manifest in &survey.manifests {
        let mut about: Vec<_> = findings
            .iter_mut()
            .filter(|finding| finding.place.path == manifest.path)
            .filter_map(|finding| {
                let exercise = exercises.get(finding.exercise.as_deref()?)?;
                let key = finding.rule.key()?;
                (exercise.declared == finding.place).then_some((
                    finding,
                    exercise.name.clone(),
                    key,
                ))
            })
            .collect();
        if about.is_empty() {
            continue;
        }
        let lines = edit::key_lines(&String::from_utf8_lossy(&manifest.bytes));
        for (finding, name, key) in &mut about {
            if let Some(line) = lines.get(&(std::mem::take(name), (*key).to_owned())) {
                finding.place.line = *line;
            }
        }
    }
}
