//! All proofs of a run, on all cores.

use std::time::Duration;

use super::format::{Formatted, Formatter};
use super::lab::{Home, Lab};
use super::material::Material;
use super::memory::Memory;
use super::prove::{Bench, Known, Proof, Proven};
use super::survey::Survey;
use crate::commands::pool;
use crate::course::model::{Course, Exercise, Format, Place};
use crate::system::bars::Bar;
use crate::system::clock::Stopwatch;
use crate::system::process::Cancel;
use crate::verify::kept::Outcome;
use crate::verify::report::Proved;
use crate::verify::{Finding, Rule};

/// Exercises that are compiled together: more gain little, and make the last one wait.
const BATCH: usize = 24;

pub(super) struct Run<'a> {
    pub(super) survey: &'a Survey,
    pub(super) course: &'a Course,
    pub(super) lab: &'a Lab,
    pub(super) home: &'a Home,
    pub(super) memory: &'a Memory,
    pub(super) cancel: &'a Cancel,
    pub(super) workers: usize,
    /// Whether answers that should compile are compiled together.
    pub(super) merge: bool,
}

/// One exercise on its way.
struct Piece {
    index: usize,
    material: Material,
    key: String,
    state: State,
}

enum State {
    /// Nothing has changed since it was proved.
    Kept(Outcome),
    New {
        known: Vec<Known>,
        formatted: Formatted,
    },
}

impl Run<'_> {
    /// Proves these exercises (indices into the course); the results in the same order.
    pub(super) fn prove(&self, chosen: &[usize], bar: &Bar) -> Vec<(Proved, Vec<Finding>)> {
        let bench = Bench::new(&self.lab.engine, self.cancel);
        let batches = batches(chosen, self.workers);
        pool::staged(
            self.workers,
            &batches,
            |batch| self.prepare(batch, &bench),
            |piece| {
                let found = self.one(piece, &bench);
                bar.step();
                found
            },
        )
    }

    /// Reads a batch, and does for all of it what is faster done together.
    fn prepare(&self, batch: &[usize], bench: &Bench<'_>) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = batch.iter().map(|index| self.read(*index)).collect();
        self.format(&mut pieces);
        if self.merge {
            self.merge(&mut pieces, bench);
        }
        pieces
    }

    fn read(&self, index: usize) -> Piece {
        let exercise = &self.course.exercises[index];
        let material = Material::read(exercise, &self.survey.root, &self.survey.paths);
        let key = self.memory.key(exercise, &material);
        let state = match self.memory.outcome(&key, exercise) {
            Some(outcome) => State::Kept(outcome),
            None => State::New {
                known: Vec::new(),
                formatted: Formatted::default(),
            },
        };
        Piece {
            index,
            material,
            key,
            state,
        }
    }

    fn format(&self, pieces: &mut [Piece]) {
        let Some(program) = &self.lab.toolchain.rustfmt else {
            return;
        };
        if self.course.format == Format::Rustlings {
            return;
        }
        let formatter = Formatter {
            program,
            toolchain: &self.lab.toolchain,
            edition: &self.course.build.edition,
            root: &self.survey.root,
            folder: self.home.build(),
            cancel: self.cancel,
        };
        let new = pieces
            .iter()
            .filter(|piece| matches!(piece.state, State::New { .. }));
        let paths: Vec<String> = new.flat_map(|piece| self.to_format(piece.index)).collect();
        let mut all = formatter.look_at(&paths);
        for piece in pieces {
            if let State::New { formatted, .. } = &mut piece.state {
                for path in self.to_format(piece.index) {
                    formatted.not.extend(all.not.remove_entry(&path));
                    formatted.unknown.extend(all.unknown.remove_entry(&path));
                }
            }
        }
    }

    /// The files of an exercise that have to be formatted.
    fn to_format(&self, index: usize) -> Vec<String> {
        let starters = &self.course.exercises[index].files;
        let solutions = starters
            .iter()
            .map(|path| path.replacen("exercises/", "solutions/", 1));
        let all = starters.iter().cloned().chain(solutions);
        all.filter(|path| path.ends_with(".rs") && self.survey.paths.contains(path))
            .collect()
    }

    fn merge(&self, pieces: &mut [Piece], bench: &Bench<'_>) {
        let mut whose = Vec::new();
        let mut answers = Vec::new();
        for (place, piece) in pieces.iter().enumerate() {
            if matches!(piece.state, State::New { .. }) {
                let exercise = &self.course.exercises[piece.index];
                for (text, answer) in Proof::expected_to_compile(exercise, &piece.material) {
                    whose.push((place, text));
                    answers.push(answer);
                }
            }
        }
        let watch = Stopwatch::start();
        let verdicts = bench.check_together(&answers);
        drop(answers);
        let found = verdicts.iter().flatten().count();
        let share = watch.elapsed() / u32::try_from(found.max(1)).unwrap_or(u32::MAX);
        for ((place, text), checked) in whose.into_iter().zip(verdicts) {
            if let (State::New { known, .. }, Some(checked)) = (&mut pieces[place].state, checked) {
                known.push(Known {
                    text,
                    checked,
                    share,
                });
            }
        }
    }

    fn one(&self, piece: Piece, bench: &Bench<'_>) -> (Proved, Vec<Finding>) {
        let exercise = &self.course.exercises[piece.index];
        let mut proved = Proved::named(self.course, piece.index);
        let outcome = match piece.state {
            State::Kept(outcome) => {
                proved.kept = true;
                outcome
            }
            State::New { known, formatted } => {
                let watch = Stopwatch::start();
                let proof = Proof::new(exercise, &piece.material, bench, &known);
                let Proven {
                    mut outcome,
                    sure,
                    steady,
                } = proof.proven();
                proved.sure = sure && formatted.unknown.is_empty();
                let steady = steady && formatted.unknown.is_empty();
                let edition = &self.course.build.edition;
                outcome
                    .findings
                    .extend(findings_of(formatted, exercise, edition));
                let together: Duration = known.iter().map(|known| known.share).sum();
                outcome.took = watch.elapsed() + together;
                if steady && !self.cancel.is_cancelled() {
                    self.memory.keep(&piece.key, exercise, &outcome);
                }
                outcome
            }
        };
        proved.skipped = outcome.skipped;
        proved.took = outcome.took;
        (proved, outcome.findings)
    }
}

/// Equal shares, so many that every worker has something to do.
pub(super) fn batches(chosen: &[usize], workers: usize) -> Vec<Vec<usize>> {
    if chosen.is_empty() {
        return Vec::new();
    }
    let fewest = chosen
        .len()
        .div_ceil(BATCH)
        .next_multiple_of(workers.max(1));
    let each = chosen.len().div_ceil(fewest);
    chosen.chunks(each).map(<[usize]>::to_vec).collect()
}

fn findings_of(
    formatted: Formatted,
    exercise: &Exercise,
    edition: &str,
) -> impl Iterator<Item = Finding> {
    let exercise = Some(exercise.id.clone());
    let not = formatted.not.into_iter().map(|(path, line)| Finding {
        what: "It is not formatted.".to_owned(),
        remedy: format!("Run `rustfmt --edition {edition} {path}`."),
        place: Place { path, line },
        rule: Rule::NotFormatted,
        exercise: exercise.clone(),
    });
    let unknown = formatted.unknown.into_iter().map(|(path, why)| Finding {
        what: format!("Nobody knows whether it is formatted: {why}."),
        remedy: "See that rustfmt works (`rustfmt --version`).".to_owned(),
        place: Place { path, line: 1 },
        rule: Rule::NotChecked,
        exercise: exercise.clone(),
    });
    not.chain(unknown).collect::<Vec<_>>().into_iter()
}
