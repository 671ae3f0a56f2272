//! All proofs of a run, on all cores.

use super::lab::Lab;
use super::material::Material;
use super::prove::{Bench, Proof};
use super::survey::Survey;
use crate::commands::pool;
use crate::course::model::Course;
use crate::system::bars::Bar;
use crate::system::clock::Stopwatch;
use crate::system::process::Cancel;
use crate::verify::Finding;
use crate::verify::report::Proved;

pub(super) struct Run<'a> {
    pub(super) survey: &'a Survey,
    pub(super) course: &'a Course,
    pub(super) lab: &'a Lab,
    pub(super) cancel: &'a Cancel,
    pub(super) workers: usize,
    /// Whether a terminal shows how far it is.
    pub(super) bar: bool,
}

impl Run<'_> {
    /// Proves these exercises (indices into the course); the results in the same order.
    pub(super) fn prove(&self, chosen: &[usize]) -> Vec<(Proved, Vec<Finding>)> {
        let bar = Bar::new(chosen.len(), "proving", self.bar);
        let bench = Bench::new(&self.lab.engine, self.cancel);
        pool::staged(
            self.workers,
            chosen,
            |index| vec![*index],
            |index| {
                let found = self.one(index, &bench);
                bar.step();
                found
            },
        )
    }

    fn one(&self, index: usize, bench: &Bench<'_>) -> (Proved, Vec<Finding>) {
        let watch = Stopwatch::start();
        let exercise = &self.course.exercises[index];
        let material = Material::read(exercise, &self.survey.root, &self.survey.paths);
        let outcome = Proof::new(exercise, &material, bench, &[]).outcome();
        let mut proved = Proved::named(self.course, index);
        proved.skipped = outcome.skipped;
        proved.took = watch.elapsed();
        (proved, outcome.findings)
    }
}
