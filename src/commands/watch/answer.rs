//! An exercise's files as they are now, their hash, and the verdict on them.

use std::sync::Arc;

use anyhow::Context;

use super::super::parts;
use super::super::place::Place;
use super::super::stop::Stop;
use crate::check::verdict::Checked;
use crate::course::model::Exercise;
use crate::engine::{Answer, AnswerFile, Engine, Setup};
use crate::session::event::Bytes;
use crate::system::process::Cancel;
use crate::system::{cache, environment, files, toolchain};

/// Judges answers to the exercises of one course.
pub(super) struct Bench {
    engine: Engine,
}

impl Bench {
    /// Finds the compiler, and builds what every check links unless that was done before.
    pub(super) fn open(place: &Place, cancel: &Cancel) -> anyhow::Result<Bench> {
        let toolchain =
            toolchain::find(&environment::variable, &place.root).map_err(Stop::broken)?;
        super::super::store::own_folder(&place.root, place.kind).map_err(anyhow::Error::msg)?;
        let folder = place.root.join(".tutor/build");
        let temp = folder.join("tmp");
        files::make_folder(&temp).with_context(|| format!("make {}", temp.display()))?;
        let support = place.locked("exercises/support/lib.rs");
        let setup = Setup {
            tools: toolchain.tools(&temp),
            build: place.course.build.clone(),
            format: place.course.format,
            support: support.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
            folder,
        };
        let engine = Engine::new(setup, cancel).map_err(Stop::broken)?;
        Ok(Bench { engine })
    }

    pub(super) fn check(
        &self,
        place: &Place,
        exercise: usize,
        files: Vec<AnswerFile>,
        cancel: &Cancel,
    ) -> Checked {
        let course = &place.course;
        let exercise = &course.exercises[exercise];
        let starter = place.locked(exercise.main_file());
        let mutants = place.locked(&parts::mutants(exercise));
        let answer = Answer {
            exercise,
            files,
            starter: text(starter).unwrap_or_default(),
            mutants: text(mutants),
        };
        self.engine.check(&answer, cancel)
    }
}

fn text(bytes: Option<Vec<u8>>) -> Option<Arc<str>> {
    bytes.map(|bytes| Arc::from(&*String::from_utf8_lossy(&bytes)))
}

/// The files of an exercise as they are now, the main one first.
pub(super) fn read(place: &Place, exercise: &Exercise) -> Vec<AnswerFile> {
    let paths = exercise.files.iter();
    let files = paths.map(|path| AnswerFile {
        path: path.clone(),
        bytes: place.found(path),
    });
    files.collect()
}

/// What a verdict is bound to.
pub(super) fn hash(files: &[AnswerFile]) -> Bytes {
    let pieces = files.iter().flat_map(|file| {
        let there: &[u8] = if file.bytes.is_some() { b"+" } else { b"-" };
        [
            file.path.as_bytes(),
            there,
            file.bytes.as_deref().unwrap_or_default(),
        ]
    });
    Bytes(cache::hash(&pieces.collect::<Vec<_>>()))
}

/// The main file as people read it.
pub(super) fn main_text(files: &[AnswerFile]) -> String {
    let bytes = files.first().and_then(|file| file.bytes.as_deref());
    String::from_utf8_lossy(bytes.unwrap_or_default()).into_owned()
}
