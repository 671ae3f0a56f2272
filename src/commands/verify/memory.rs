//! Verdicts that are kept: the findings of an exercise under the hash of all that they depend on.

use std::sync::{Mutex, PoisonError};

use super::lab::{Home, Lab};
use super::material::Material;
use crate::commands::verdict_key;
use crate::course::model::Exercise;
use crate::system::cache::{self, Kept};
use crate::verify::kept::{self, Outcome};

/// Below the folder of ours.
const FILE: &str = "build/verdicts";
const MOST: u64 = 8 << 20;

pub(super) struct Memory {
    /// What all exercises of the course depend on.
    common: String,
    /// If not, nothing is asked of it, but what is found is kept all the same.
    trusted: bool,
    kept: Mutex<Kept>,
}

impl Memory {
    /// `trusted`: whether what is kept is believed.
    pub(super) fn open(home: &Home, lab: &Lab, trusted: bool) -> Memory {
        let rustfmt = format!("{:?}", lab.toolchain.rustfmt);
        let common = cache::hash(&[lab.key.as_bytes(), rustfmt.as_bytes()]);
        Memory {
            common,
            trusted,
            kept: Mutex::new(Kept::open(&home.path(FILE), MOST)),
        }
    }

    pub(super) fn is_trusted(&self) -> bool {
        self.trusted
    }

    /// Under what the outcome of this exercise is kept.
    pub(super) fn key(&self, exercise: &Exercise, material: &Material) -> String {
        let entry = verdict_key::entry(exercise);
        let texts = material.texts();
        let texts = texts
            .iter()
            .flat_map(|(path, text)| [path.as_bytes(), text.as_bytes()]);
        let parts: Vec<&[u8]> = [self.common.as_bytes(), entry.as_bytes()]
            .into_iter()
            .chain(texts)
            .collect();
        cache::hash(&parts)
    }

    pub(super) fn outcome(&self, key: &str, exercise: &Exercise) -> Option<Outcome> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let fields = kept.get(key).filter(|_| self.trusted)?;
        kept::read(fields, &exercise.id, &exercise.declared)
    }

    /// Where it cannot be kept, the next run finds it out again. What was missing may be there the next time.
    pub(super) fn keep(&self, key: &str, exercise: &Exercise, outcome: &Outcome) {
        if outcome.skipped.is_some() {
            return;
        }
        let fields = kept::write(outcome, &exercise.declared);
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = kept.put(key, fields);
    }
}
