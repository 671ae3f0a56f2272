//! `allow = { V017 = "why" }`: findings that an exercise may have, and allowances that nothing needs.

use std::collections::{BTreeSet, HashMap};

use super::finding::{Finding, Rule};
use super::report::Proved;
use crate::course::model::{Course, Exercise};
use crate::course::nearest;

/// What is left of the findings, and a finding for each allowance that was not needed. `looked_at`: the exercises;
/// `not_tried`: rules that could not be tried here, so that nothing is known of their allowances.
pub fn apply(
    course: &Course,
    looked_at: &[Proved],
    findings: Vec<Finding>,
    not_tried: &[Rule],
) -> Vec<Finding> {
    let by_id = course
        .exercises
        .iter()
        .map(|exercise| (exercise.id.as_str(), exercise));
    let by_id: HashMap<&str, &Exercise> = by_id.collect();
    let mut needed: BTreeSet<(String, Rule)> = BTreeSet::new();
    let mut left = Vec::new();
    for finding in findings {
        let exercise = finding.exercise.as_deref().and_then(|id| by_id.get(id));
        match exercise {
            Some(exercise) if exercise.allow.contains_key(finding.rule.id()) => {
                needed.insert((exercise.id.clone(), finding.rule));
            }
            _ => left.push(finding),
        }
    }
    for proved in looked_at {
        let Some(exercise) = by_id.get(proved.id.as_str()) else {
            continue;
        };
        // Of an exercise that was not proved to its end nobody knows what it needs.
        let not_tried = match proved.sure && proved.skipped.is_none() {
            true => not_tried,
            false => Rule::ALL,
        };
        for id in exercise.allow.keys() {
            left.extend(not_needed(exercise, id, &needed, not_tried));
        }
    }
    left
}

fn not_needed(
    exercise: &Exercise,
    id: &str,
    needed: &BTreeSet<(String, Rule)>,
    not_tried: &[Rule],
) -> Option<Finding> {
    let (what, remedy) = match Rule::by_id(id) {
        None => {
            let remedy = match nearest(id, Rule::ALL.iter().map(|rule| rule.id())) {
                Some(near) => format!("Did you mean `{near}`?"),
                None => "Name a rule by its id, such as `V051`.".to_owned(),
            };
            (format!("There is no rule `{id}` to allow."), remedy)
        }
        Some(rule) if needed.contains(&(exercise.id.clone(), rule)) => return None,
        Some(rule) if not_tried.contains(&rule) => return None,
        Some(_) => (
            format!("`{id}` is allowed, and nothing needs it."),
            "Take it out of `allow`.".to_owned(),
        ),
    };
    Some(Finding {
        place: exercise.declared.clone(),
        rule: Rule::UnusedAllow,
        exercise: Some(exercise.id.clone()),
        what,
        remedy,
    })
}
