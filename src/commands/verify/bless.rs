//! `--bless`: corrects what is mechanical, after showing it.

use std::collections::{BTreeMap, BTreeSet};

use super::material::Material;
use super::prove::{Bench, Proof, With};
use super::run::Run;
use crate::check::source::{Source, marks};
use crate::check::verdict::{Checked, Printed};
use crate::cli::{Verify, VerifyFormat};
use crate::commands::desk::Desk;
use crate::course::edit;
use crate::course::model::{Exercise, Kind};
use crate::system::files;
use crate::verify::report::Proved;
use crate::verify::{Finding, Rule, blessed};
use crate::view::compare;
use crate::view::findings;

const MOST: u64 = 64 << 20;

/// New texts of files, by their paths.
type Texts = BTreeMap<String, String>;

impl Run<'_> {
    /// Shows and writes what can be corrected; whether there was anything.
    pub(super) fn bless(
        &self,
        desk: &Desk,
        args: &Verify,
        found: &[(Proved, Vec<Finding>)],
    ) -> anyhow::Result<bool> {
        let bench = Bench::new(&self.lab.engine, self.cancel);
        let mut texts = Texts::new();
        for (proved, findings) in found {
            let rules: BTreeSet<Rule> = findings.iter().map(|finding| finding.rule).collect();
            let index = self.course.find(&proved.id);
            let Some(exercise) = index.map(|index| &self.course.exercises[index]) else {
                continue;
            };
            let material = Material::read(exercise, &self.survey.root, &self.survey.paths);
            let starts = [Rule::NotDeclared, Rule::NotShown, Rule::AtLine];
            if starts.iter().any(|rule| rules.contains(rule)) {
                self.bless_starts(exercise, &material, &bench, &mut texts)?;
            }
            let unsolved =
                rules.contains(&Rule::SolutionFails) || rules.contains(&Rule::NoSolution);
            if unsolved && matches!(exercise.kind, Kind::Predict | Kind::Trace) {
                let solution = solution(exercise, &material, &bench);
                texts.extend(solution.map(|text| (exercise.solution_file(), text)));
            }
        }
        self.write(desk, args, &texts)
    }

    fn bless_starts(
        &self,
        exercise: &Exercise,
        material: &Material,
        bench: &Bench<'_>,
        texts: &mut Texts,
    ) -> anyhow::Result<()> {
        let Some(starter) = &material.starter else {
            return Ok(());
        };
        let answer = Proof::answer(exercise, material, starter, starter, With::Starters);
        let checked = bench.check(&answer, false);
        let starts = blessed::starts(exercise, &Source::new(&**starter), &checked);
        let Some(starts) = starts.filter(|starts| Some(starts) != exercise.starts.as_ref()) else {
            return Ok(());
        };
        let path = &exercise.declared.path;
        let before = match texts.get(path) {
            Some(text) => text.clone(),
            None => self.text(path)?,
        };
        let after = edit::with_starts(&before, &exercise.name, &starts)?;
        texts.insert(path.clone(), after);
        Ok(())
    }

    fn write(&self, desk: &Desk, args: &Verify, texts: &Texts) -> anyhow::Result<bool> {
        let mut changed = false;
        for (path, after) in texts {
            let before = self.text(path).unwrap_or_default();
            if before == *after {
                continue;
            }
            let lines = findings::blessed(path, compare::differences(&before, after));
            match args.format {
                VerifyFormat::Text => desk.say(&lines)?,
                // Stdout belongs to the format.
                _ => desk.complain(&lines)?,
            }
            let place = files::inside(&self.survey.root, path)?;
            if let Some(folder) = place.parent() {
                files::make_folder(folder)?;
            }
            files::write_atomic(&place, after.as_bytes())?;
            changed = true;
        }
        Ok(changed)
    }

    fn text(&self, path: &str) -> anyhow::Result<String> {
        let place = files::inside(&self.survey.root, path)?;
        Ok(files::read_text(&place, MOST)?)
    }
}

/// A prediction's or a trace's solution as it has to be: ours, or the starter where there is none.
fn solution(exercise: &Exercise, material: &Material, bench: &Bench<'_>) -> Option<String> {
    let starter = material.starter.as_ref()?;
    let ours = material.solution.as_deref().unwrap_or(starter);
    // Code that was changed is for its author to put right.
    if marks::first_difference(&Source::new(ours), &Source::new(&**starter)).is_some() {
        return None;
    }
    let check = |exercise: &Exercise, text: &str| -> Checked {
        let answer = Proof::answer(exercise, material, text, starter, With::Solutions);
        bench.check(&answer, false)
    };
    match exercise.kind {
        Kind::Predict => {
            let bare = blessed::unmarked(ours);
            let errors = check(exercise, &bare).evidence.errors;
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
            let Printed { head, tail, .. } = check(&plain, ours).evidence.printed?;
            tail.is_empty().then(|| blessed::traced(ours, &head))
        }
        _ => None,
    }
}
