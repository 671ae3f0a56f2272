//! All texts of one exercise, read once.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use super::survey::{RIGHT, WRONG};
use crate::course::model::{Exercise, Kind};
use crate::system::files;

/// The largest file that is read. A check refuses much smaller ones.
const MOST: u64 = 16 << 20;

/// What there is of an exercise on disk. A missing file is an empty `Option`.
#[derive(Debug, Clone, Default)]
pub(super) struct Material {
    pub(super) starter: Option<Arc<str>>,
    pub(super) solution: Option<String>,
    pub(super) wrong: Vec<OtherAnswer>,
    pub(super) right: Vec<OtherAnswer>,
    pub(super) mutants: Option<Arc<str>>,
    /// Files of a folder exercise besides the main one.
    pub(super) companions: Vec<Companion>,
    /// Files that are there and are no text: the path, and a clause that continues a sentence begun with it.
    pub(super) unreadable: Vec<(String, String)>,
}

#[derive(Debug, Clone)]
pub(super) struct Companion {
    /// The starter's, relative to the course folder.
    pub(super) path: String,
    pub(super) starter: String,
    /// The starter's text where the solution has no file of its own.
    pub(super) solution: String,
}

/// A wrong or right answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OtherAnswer {
    /// Relative to the course folder.
    pub(super) path: String,
    pub(super) text: String,
}

impl Material {
    /// `paths`: every file that may belong to it.
    pub(super) fn read(exercise: &Exercise, root: &Path, paths: &BTreeSet<String>) -> Material {
        let mut reader = Reader {
            root,
            paths,
            unreadable: Vec::new(),
        };
        let starter = reader.text(exercise.main_file());
        let solution = reader.text(&exercise.solution_file());
        let mutants = match exercise.kind {
            Kind::Tests => reader.text(&mutants_file(exercise)),
            _ => None,
        };
        let companions = exercise.files.iter().skip(1);
        Material {
            starter: starter.map(Arc::from),
            solution,
            wrong: reader.answers(WRONG, &exercise.id),
            right: reader.answers(RIGHT, &exercise.id),
            mutants: mutants.map(Arc::from),
            companions: companions.map(|path| reader.companion(path)).collect(),
            unreadable: reader.unreadable,
        }
    }

    /// Every text with its path (a companion's twice), in a fixed order: what a verdict depends on.
    pub(super) fn texts(&self) -> Vec<(&str, &str)> {
        let mut texts: Vec<(&str, &str)> = Vec::new();
        texts.extend(self.starter.iter().map(|text| ("starter", &**text)));
        texts.extend(self.solution.iter().map(|text| ("solution", text.as_str())));
        texts.extend(self.mutants.iter().map(|text| ("mutants", &**text)));
        let answers = self.wrong.iter().chain(&self.right);
        texts.extend(answers.map(|answer| (answer.path.as_str(), answer.text.as_str())));
        for companion in &self.companions {
            texts.push((&companion.path, &companion.starter));
            texts.push((&companion.path, &companion.solution));
        }
        let unreadable = self.unreadable.iter();
        texts.extend(unreadable.map(|(path, why)| (path.as_str(), why.as_str())));
        texts
    }
}

/// `solutions/NN_chapter/SLUG.mutants.rs`
pub(super) fn mutants_file(exercise: &Exercise) -> String {
    let solution = exercise.solution_file();
    let dir = solution.split('/').nth(1).unwrap_or_default();
    format!("solutions/{dir}/{}.mutants.rs", exercise.id)
}

struct Reader<'a> {
    root: &'a Path,
    paths: &'a BTreeSet<String>,
    unreadable: Vec<(String, String)>,
}

impl Reader<'_> {
    fn text(&mut self, path: &str) -> Option<String> {
        if !self.paths.contains(path) {
            return None;
        }
        let place = files::inside(self.root, path).map_err(|trouble| trouble.to_string());
        let text = place.and_then(|place| {
            files::read_text(&place, MOST).map_err(|trouble| trouble.to_string())
        });
        match text {
            Ok(text) => Some(text),
            Err(why) => {
                self.unreadable.push((path.to_owned(), why));
                None
            }
        }
    }

    fn answers(&mut self, below: &str, id: &str) -> Vec<OtherAnswer> {
        let folder = format!("{below}/{id}/");
        let there = self.paths.range(folder.clone()..);
        let paths: Vec<String> = there
            .take_while(|path| path.starts_with(&folder))
            .filter(|path| path.ends_with(".rs") && !path[folder.len()..].contains('/'))
            .cloned()
            .collect();
        let read = paths.into_iter().filter_map(|path| {
            let text = self.text(&path)?;
            Some(OtherAnswer { path, text })
        });
        read.collect()
    }

    fn companion(&mut self, path: &str) -> Companion {
        let starter = self.text(path).unwrap_or_default();
        let solution = self.text(&path.replacen("exercises/", "solutions/", 1));
        Companion {
            path: path.to_owned(),
            solution: solution.unwrap_or_else(|| starter.clone()),
            starter,
        }
    }
}
