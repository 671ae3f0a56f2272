//! Verdicts that are kept: the findings of an exercise under the hash of all that they depend on.

use std::sync::{Mutex, PoisonError};

use super::lab::{Home, Lab};
use super::material::Material;
use crate::course::model::{Course, Exercise, Place};
use crate::system::cache::{self, Kept};
use crate::verify::kept::{self, Outcome};

/// Below the folder of ours.
const FILE: &str = "build/verdicts";
const MOST: u64 = 8 << 20;

/// The source of this program: another one may judge otherwise.
const SOURCE: &str = env!("TUTOR_SOURCE");

pub(super) struct Memory {
    /// What all exercises of the course depend on.
    common: String,
    /// If not, nothing is asked of it, but what is found is kept all the same.
    trusted: bool,
    kept: Mutex<Kept>,
}

impl Memory {
    /// `trusted`: whether what is kept is believed.
    pub(super) fn open(home: &Home, lab: &Lab, course: &Course, trusted: bool) -> Memory {
        let toolchain = &lab.toolchain;
        let tools = format!(
            "{:?} {:?} {:?}",
            toolchain.rustc, toolchain.clippy, toolchain.rustfmt
        );
        let common = cache::hash(&[
            SOURCE.as_bytes(),
            toolchain.version.as_bytes(),
            tools.as_bytes(),
            format!("{:?} {:?} {:?}", course.format, course.build, lab.brought).as_bytes(),
            lab.support.as_deref().unwrap_or_default().as_bytes(),
        ]);
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
        // Where it stands in the manifest and in the course makes no difference.
        let entry = Exercise {
            chapter: 0,
            declared: Place {
                path: String::new(),
                line: 0,
            },
            ..exercise.clone()
        };
        let entry = format!("{entry:?}");
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
        let text = kept.get(key).filter(|_| self.trusted)?;
        kept::read(text, &exercise.id, &exercise.declared)
    }

    /// Where it cannot be kept, the next run finds it out again. What was missing may be there the next time.
    pub(super) fn keep(&self, key: &str, exercise: &Exercise, outcome: &Outcome) {
        if outcome.skipped.is_some() {
            return;
        }
        let text = kept::write(outcome, &exercise.declared);
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = kept.put(key, &text);
    }
}
