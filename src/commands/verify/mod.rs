//! `tutor verify`: proves that a course on disk is sound. Everything that is wrong comes at once.

mod material;
mod prove;

use std::path::Path;

use super::pool;
use crate::course::model::{Course, Exercise};
use crate::engine::Engine;
use crate::system::process::Cancel;
use crate::verify::Finding;

pub use material::Material;

/// The findings for these exercises (indices into the course), sorted by file and line.
///
/// `told` is called with each exercise's index when it has been proved, from any thread.
pub fn findings(
    course: &Course,
    root: &Path,
    engine: &Engine,
    chosen: &[usize],
    cancel: &Cancel,
    told: &(dyn Fn(usize) + Sync),
) -> Vec<Finding> {
    let each = pool::map(chosen, |index| {
        let found = one(&course.exercises[*index], root, engine, cancel);
        told(*index);
        found
    });
    let mut all: Vec<Finding> = each.into_iter().flatten().collect();
    all.sort();
    all.dedup();
    all
}

fn one(exercise: &Exercise, root: &Path, engine: &Engine, cancel: &Cancel) -> Vec<Finding> {
    let material = Material::read(exercise, root);
    prove::Proof::new(exercise, &material, engine, cancel).findings()
}
