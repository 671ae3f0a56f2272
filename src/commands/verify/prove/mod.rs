//! The proof of one exercise: its texts, its starter, its solution, its answers.

mod answers;
mod screens;
mod starter;
mod texts;

use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use super::material::Material;
use crate::check::verdict::{Checked, Reason, Verdict};
use crate::course::model::{Exercise, Format, Place, Start};
use crate::engine::{Answer, AnswerFile, Engine};
use crate::system::process::Cancel;
use crate::verify::kept::Outcome;
use crate::verify::starts::Mismatch;
use crate::verify::{Finding, Rule, refusal};

/// What all proofs of a run share.
pub(super) struct Bench<'a> {
    pub(super) engine: &'a Engine,
    pub(super) cancel: &'a Cancel,
    /// Checks share it. Who wants to know whether a program hangs, or whether the machine was only busy, has it alone.
    quiet: RwLock<()>,
}

/// A check that was made together with others'.
pub(super) struct Known {
    pub(super) text: String,
    pub(super) checked: Checked,
    /// Of the time that all of them took.
    pub(super) share: Duration,
}

pub(super) struct Proof<'a> {
    exercise: &'a Exercise,
    material: &'a Material,
    bench: &'a Bench<'a>,
    known: &'a [Known],
    found: Outcome,
    /// A check did not come to its end: what was not found may be there all the same.
    unsure: bool,
    /// A program ran without end, or only too long for a machine that was busy.
    hung: bool,
}

/// What is to be thought of a program that does not end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hang {
    /// It is what such a text does.
    Expected,
    /// The machine may have been busy: it is run once more, alone.
    Retry,
}

impl Hang {
    fn where_declared(declared: bool) -> Hang {
        match declared {
            true => Hang::Expected,
            false => Hang::Retry,
        }
    }
}

/// What came of a proof.
pub(super) struct Proven {
    pub(super) outcome: Outcome,
    /// Every check came to its end, so that what was not found is not there.
    pub(super) sure: bool,
    /// The next run would find the same.
    pub(super) steady: bool,
}

/// Whose companion files a main file is checked with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum With {
    Starters,
    Solutions,
}

impl<'a> Bench<'a> {
    pub(super) fn new(engine: &'a Engine, cancel: &'a Cancel) -> Bench<'a> {
        Bench {
            engine,
            cancel,
            quiet: RwLock::new(()),
        }
    }

    /// As [`Engine::check_together`].
    pub(super) fn check_together(&self, answers: &[Answer<'_>]) -> Vec<Option<Checked>> {
        let _others = self.quiet.read().unwrap_or_else(PoisonError::into_inner);
        self.engine.check_together(answers, self.cancel)
    }

    pub(super) fn check(&self, answer: &Answer<'_>, hang: Hang) -> Checked {
        let checked = {
            let _others = self.quiet.read().unwrap_or_else(PoisonError::into_inner);
            self.engine.check(answer, self.cancel)
        };
        if hang == Hang::Expected || !hangs(&checked.verdict) {
            return checked;
        }
        let _alone = self.quiet.write().unwrap_or_else(PoisonError::into_inner);
        self.engine.check(answer, self.cancel)
    }
}

impl<'a> Proof<'a> {
    pub(super) fn new(
        exercise: &'a Exercise,
        material: &'a Material,
        bench: &'a Bench<'a>,
        known: &'a [Known],
    ) -> Proof<'a> {
        Proof {
            exercise,
            material,
            bench,
            known,
            found: Outcome::default(),
            unsure: false,
            hung: false,
        }
    }

    pub(super) fn proven(mut self) -> Proven {
        self.unreadable();
        if let Some(starter) = self.material.starter.clone() {
            let solved = self.starter(&starter);
            if self.is_ours() {
                self.texts(&starter, solved);
            }
            self.solution(&starter);
            self.answers(&starter);
        }
        Proven {
            sure: !self.unsure,
            // A finding that a busy machine may have made proves nothing for the next run.
            steady: !self.unsure && (!self.hung || self.found.findings.is_empty()),
            outcome: self.found,
        }
    }

    /// In our own format, which asks for more than rustlings'.
    fn is_ours(&self) -> bool {
        self.bench.engine.format() == Format::Tutor
    }

    fn unreadable(&mut self) {
        let material = self.material;
        for (path, why) in &material.unreadable {
            let what = format!("{path} {why}.");
            self.add(
                Rule::Unreadable,
                at(path, 1),
                what,
                "Make it a file of UTF-8 text.",
            );
        }
    }

    fn add(
        &mut self,
        rule: Rule,
        place: Place,
        what: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.found.findings.push(Finding {
            place,
            rule,
            exercise: Some(self.exercise.id.clone()),
            what: what.into(),
            remedy: remedy.into(),
        });
    }

    /// At the exercise's entry in its manifest.
    fn add_to_entry(&mut self, rule: Rule, what: impl Into<String>, remedy: impl Into<String>) {
        self.add(rule, self.exercise.declared.clone(), what, remedy);
    }

    fn mismatches(&mut self, path: &str, mismatches: Vec<Mismatch>) {
        for Mismatch {
            rule,
            line,
            what,
            remedy,
        } in mismatches
        {
            let place = line.map_or_else(|| self.exercise.declared.clone(), |line| at(path, line));
            self.add(rule, place, what, remedy);
        }
    }

    /// A text in the place of an exercise's main file.
    pub(super) fn answer(
        exercise: &'a Exercise,
        material: &Material,
        text: &str,
        starter: &Arc<str>,
        with: With,
    ) -> Answer<'a> {
        let companions = material.companions.iter().map(|companion| {
            let text = match with {
                With::Starters => &companion.starter,
                With::Solutions => &companion.solution,
            };
            file(&companion.path, text)
        });
        Answer {
            exercise,
            files: std::iter::once(file(exercise.main_file(), text))
                .chain(companions)
                .collect(),
            starter: starter.clone(),
            mutants: material.mutants.clone(),
        }
    }

    /// The verdict on a text as the main file.
    fn check(&mut self, text: &str, starter: &Arc<str>, with: With, hang: Hang) -> Checked {
        let mut known = self.known.iter();
        let known = known
            .find(|known| known.text == text)
            .map(|known| &known.checked);
        let checked = match known {
            // A machine that was busy with others' proves no hang.
            Some(known) if hang == Hang::Expected || !hangs(&known.verdict) => known.clone(),
            _ => {
                let answer = Proof::answer(self.exercise, self.material, text, starter, with);
                self.bench.check(&answer, hang)
            }
        };
        match &checked.verdict {
            Verdict::Skipped { missing } => self.found.skipped = Some(missing.clone()),
            Verdict::Broken(_) | Verdict::Unclear { .. } => self.unsure = true,
            verdict => self.hung |= hangs(verdict),
        }
        checked
    }

    fn starts_with_a_hang(&self) -> bool {
        let starts = self.exercise.starts.as_deref().unwrap_or_default();
        starts.contains(&Start::Hangs)
    }
}

fn file(path: &str, text: &str) -> AnswerFile {
    AnswerFile {
        path: path.to_owned(),
        bytes: Some(text.as_bytes().to_vec()),
    }
}

fn at(path: &str, line: usize) -> Place {
    Place {
        path: path.to_owned(),
        line: line.max(1),
    }
}

fn hangs(verdict: &Verdict) -> bool {
    let Verdict::NotYet(reasons) = verdict else {
        return false;
    };
    reasons
        .iter()
        .any(|reason| matches!(reason, Reason::Hangs { .. }))
}

/// The reasons in a few words each.
fn why(verdict: &Verdict) -> String {
    match verdict {
        Verdict::NotYet(reasons) => {
            let words: Vec<String> = reasons.iter().take(3).map(refusal::words).collect();
            words.join("; ")
        }
        Verdict::Unclear { raw } => raw.clone(),
        Verdict::Broken(fault) => {
            // A linker's call fills a screen; what it was about stands at its beginning.
            let detail = fault.detail.trim().lines().next().unwrap_or_default();
            format!("{} {detail}", fault.what).trim().to_owned()
        }
        Verdict::Skipped { missing } => format!("{missing} is missing"),
        Verdict::Passed => "it passes".into(),
    }
}
