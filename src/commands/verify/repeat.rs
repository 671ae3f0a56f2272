//! `--repeat`: solutions that fail now and then.

use std::collections::BTreeMap;

use super::material::Material;
use super::prove::Proof;
use super::run::Run;
use crate::check::verdict::Verdict;
use crate::commands::pool;
use crate::course::model::Place;
use crate::system::bars::Bar;
use crate::verify::{Finding, Rule, refusal};
use crate::view::count::counted;

/// Threads for each that there usually are: a test that waits for another is to wait in vain.
const LOAD: usize = 2;

impl Run<'_> {
    /// Runs the solutions of these exercises so often, more of them at once than there are cores.
    pub(super) fn repeat(&self, chosen: &[usize], times: u32, bar: &Bar) -> Vec<Finding> {
        let found = pool::staged(
            self.workers * LOAD,
            chosen,
            |index| vec![*index],
            |index| {
                let found = self.repeat_one(index, times);
                bar.step();
                found
            },
        );
        found.into_iter().flatten().collect()
    }

    fn repeat_one(&self, index: usize, times: u32) -> Option<Finding> {
        let exercise = &self.course.exercises[index];
        let material = Material::read(exercise, &self.survey.root, &self.survey.paths);
        let answer = Proof::solved(exercise, &material)?;
        let verdicts = self.lab.engine.check_often(&answer, times, self.cancel);
        let failed = failures(&verdicts);
        let count: usize = failed.values().sum();
        if count == 0 || self.cancel.is_cancelled() {
            return None;
        }
        let why: Vec<String> = failed
            .iter()
            .map(|(why, count)| format!("{why} ({count})"))
            .collect();
        Some(Finding {
            place: Place {
                path: exercise.solution_file(),
                line: 1,
            },
            rule: Rule::Flaky,
            exercise: Some(exercise.id.clone()),
            what: format!(
                "{count} of {} failed: {}.",
                counted(verdicts.len(), "run", "runs"),
                why.join(", ")
            ),
            remedy: "Let the tests wait for what they need, and not for time to pass.".into(),
        })
    }
}

/// How often for which reason.
fn failures(verdicts: &[Verdict]) -> BTreeMap<String, usize> {
    let mut failed = BTreeMap::new();
    for verdict in verdicts {
        let why = match verdict {
            Verdict::Passed | Verdict::Skipped { .. } => continue,
            Verdict::NotYet(reasons) => reasons.first().map(refusal::words).unwrap_or_default(),
            Verdict::Unclear { raw } => raw.clone(),
            Verdict::Broken(fault) => fault.what.clone(),
        };
        *failed.entry(why).or_default() += 1;
    }
    failed
}
