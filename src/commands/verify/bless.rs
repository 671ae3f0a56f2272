//! `--bless`: corrects what is mechanical, after showing it.

use std::collections::BTreeMap;
use std::path::Path;

use super::material::Material;
use super::prove::{Bench, Hang, Proof, With};
use super::run::Run;
use crate::check::source::{Source, marks};
use crate::check::verdict::{Checked, Printed, Reason, Verdict};
use crate::cli::{Verify, VerifyFormat};
use crate::commands::desk::Desk;
use crate::course::edit;
use crate::course::model::{Exercise, Kind, Start};
use crate::system::files;
use crate::verify::report::Proved;
use crate::verify::{Finding, Rule, blessed};
use crate::view::compare;
use crate::view::findings;

const MOST: u64 = 64 << 20;

/// New texts of files, by their paths.
pub(super) type Texts = BTreeMap<String, String>;

/// For each manifest the names of exercises, with `starts` as it has to be.
type Corrections<'c> = BTreeMap<&'c str, Vec<(&'c str, Vec<Start>)>>;

impl Run<'_> {
    /// Shows and writes what can be corrected; whether there was anything. `found`: of these exercises, in their order.
    /// Nothing is written once somebody has stopped it: what was not looked at to its end is not known.
    pub(super) fn bless(
        &self,
        desk: &Desk,
        args: &Verify,
        chosen: &[usize],
        found: &[(Proved, Vec<Finding>)],
    ) -> anyhow::Result<bool> {
        let bench = Bench::new(&self.lab.engine, self.cancel);
        let mut corrections = Corrections::new();
        let mut texts = Texts::new();
        for (index, (_, findings)) in chosen.iter().zip(found) {
            let exercise = &self.course.exercises[*index];
            let has = |rules: &[Rule]| findings.iter().any(|found| rules.contains(&found.rule));
            let starts = has(&[Rule::NotDeclared, Rule::NotShown, Rule::AtLine]);
            let unsolved = has(&[Rule::SolutionFails, Rule::NoSolution])
                && matches!(exercise.kind, Kind::Predict | Kind::Trace);
            if !starts && !unsolved {
                continue;
            }
            let material = Material::read(exercise, &self.survey.root, &self.survey.paths);
            if starts && let Some(starts) = shown(exercise, &material, &bench) {
                let of_manifest = corrections.entry(&exercise.declared.path).or_default();
                of_manifest.push((&exercise.name, starts));
            }
            if unsolved && let Some(text) = solution(exercise, &material, &bench) {
                texts.insert(exercise.solution_file(), text);
            }
        }
        for (path, wanted) in corrections {
            match edit::with_starts(&text(&self.survey.root, path)?, &wanted) {
                Ok(after) => drop(texts.insert(path.to_owned(), after)),
                // What was found is told all the same.
                Err(trouble) => desk.complain(&findings::not_blessed(path, &trouble.0))?,
            }
        }
        Ok(!self.cancel.is_cancelled() && write(desk, args, &self.survey.root, &texts)?)
    }
}

/// Shows and writes what differs from what lies there; whether anything did.
pub(super) fn write(
    desk: &Desk,
    args: &Verify,
    root: &Path,
    texts: &Texts,
) -> anyhow::Result<bool> {
    let mut changed = false;
    for (path, after) in texts {
        let before = text(root, path).unwrap_or_default();
        if before == *after {
            continue;
        }
        let lines = findings::blessed(path, compare::differences(&before, after));
        match args.format {
            VerifyFormat::Text => desk.say(&lines)?,
            // Stdout belongs to the format.
            _ => desk.complain(&lines)?,
        }
        let place = files::inside(root, path)?;
        if let Some(folder) = place.parent() {
            files::make_folder(folder)?;
        }
        files::write_atomic(&place, after.as_bytes())?;
        changed = true;
    }
    Ok(changed)
}

fn text(root: &Path, path: &str) -> anyhow::Result<String> {
    let place = files::inside(root, path)?;
    Ok(files::read_text(&place, MOST)?)
}

/// `starts` as the starter shows it, where that is something else than what is declared.
fn shown(exercise: &Exercise, material: &Material, bench: &Bench<'_>) -> Option<Vec<Start>> {
    let starter = material.starter.as_ref()?;
    let answer = Proof::answer(exercise, material, starter, starter, With::Starters);
    let checked = bench.check(&answer, Hang::Retry);
    let starts = blessed::starts(exercise, &Source::new(&**starter), &checked)?;
    (Some(&starts) != exercise.starts.as_ref()).then_some(starts)
}

/// A prediction's or a trace's solution as it has to be: ours, or the starter where there is none.
fn solution(exercise: &Exercise, material: &Material, bench: &Bench<'_>) -> Option<String> {
    let starter = material.starter.as_ref()?;
    let ours = material.solution.as_deref().unwrap_or(starter);
    // Code that was changed is for its author to put right.
    if marks::first_difference(&Source::new(ours), &Source::new(&**starter)).is_some() {
        return None;
    }
    let check = |exercise: &Exercise, text: &str| -> Option<Checked> {
        let answer = Proof::answer(exercise, material, text, starter, With::Solutions);
        let checked = bench.check(&answer, Hang::Retry);
        ended(&checked.verdict).then_some(checked)
    };
    match exercise.kind {
        Kind::Predict => {
            let bare = blessed::unmarked(ours);
            let errors = check(exercise, &bare)?.evidence.errors;
            (!errors.is_empty()).then(|| blessed::marked(&bare, &errors, exercise.main_file()))
        }
        Kind::Trace => {
            // A trace does not tell what it prints; the same program as another kind does.
            let plain = Exercise {
                kind: Kind::Fix,
                starts: None,
                runs: Vec::new(),
                ..exercise.clone()
            };
            let Printed { head, tail, .. } = check(&plain, ours)?.evidence.printed?;
            tail.is_empty().then(|| blessed::traced(ours, &head))
        }
        _ => None,
    }
}

/// Whether a check came to its end, and the program too: of one that was stopped nobody knows what it still prints.
fn ended(verdict: &Verdict) -> bool {
    match verdict {
        Verdict::Passed => true,
        Verdict::NotYet(reasons) => !reasons
            .iter()
            .any(|reason| matches!(reason, Reason::Hangs { .. } | Reason::Floods { .. })),
        Verdict::Unclear { .. } | Verdict::Broken(_) | Verdict::Skipped { .. } => false,
    }
}
