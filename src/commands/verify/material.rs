//! All texts of one exercise, read once.

use std::path::Path;
use std::sync::Arc;

use crate::check::judge::file::LARGEST;
use crate::course::model::{Exercise, Kind};
use crate::system::files;

/// What there is of an exercise on disk. A missing file is an empty `Option`.
#[derive(Debug, Clone, Default)]
pub struct Material {
    pub starter: Option<Arc<str>>,
    pub solution: Option<String>,
    pub wrong: Vec<OtherAnswer>,
    pub right: Vec<OtherAnswer>,
    pub mutants: Option<Arc<str>>,
    /// Files of a folder exercise besides the main one, as (path, starter's text, solution's text).
    pub companions: Vec<(String, String, String)>,
}

/// A wrong or right answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherAnswer {
    /// Relative to the course folder.
    pub path: String,
    pub text: String,
}

impl Material {
    pub fn read(exercise: &Exercise, root: &Path) -> Material {
        let text = |path: &str| files::read_text(&root.join(path), LARGEST).ok();
        let solution_file = exercise.solution_file();
        Material {
            starter: text(exercise.main_file()).map(Arc::from),
            solution: text(&solution_file),
            wrong: answers(root, "tests/wrong_answers", &exercise.id),
            right: answers(root, "tests/right_answers", &exercise.id),
            mutants: (exercise.kind == Kind::Tests)
                .then(|| text(&mutants_file(exercise)).map(Arc::from))
                .flatten(),
            companions: exercise
                .files
                .iter()
                .skip(1)
                .map(|path| {
                    let starter = text(path).unwrap_or_default();
                    let solved = text(&path.replacen("exercises/", "solutions/", 1));
                    (path.clone(), starter.clone(), solved.unwrap_or(starter))
                })
                .collect(),
        }
    }
}

/// `solutions/NN_chapter/SLUG.mutants.rs`
pub fn mutants_file(exercise: &Exercise) -> String {
    let solution = exercise.solution_file();
    let folder = solution.rsplit_once('/').map_or("", |(folder, _)| folder);
    format!("{folder}/{}.mutants.rs", exercise.id)
}

fn answers(root: &Path, below: &str, id: &str) -> Vec<OtherAnswer> {
    let folder = format!("{below}/{id}");
    files::list_below(&root.join(&folder))
        .into_iter()
        .filter(|name| name.ends_with(".rs"))
        .filter_map(|name| {
            let path = format!("{folder}/{name}");
            let text = files::read_text(&root.join(&path), LARGEST).ok()?;
            Some(OtherAnswer { path, text })
        })
        .collect()
}
