//! A newer course over the folder of somebody who has worked in it: what is untouched follows the course, what was
//! edited stays as it is. No text of a learner is ever replaced, and none is deleted.

use std::collections::BTreeMap;

use crate::course::model::{Course, Exercise};

/// The files of a course by their paths in it, with `/`.
pub type Files = BTreeMap<String, Vec<u8>>;

/// One version of a course: what it says, and its files.
#[derive(Debug, Clone, Copy)]
pub struct Version<'a> {
    pub course: &'a Course,
    pub files: &'a Files,
}

/// One thing to do in a learner's folder, in this order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The exercise was renamed or renumbered: its file goes along.
    Move { from: String, to: String },
    /// A file that is not there yet.
    Add { path: String, bytes: Vec<u8> },
    /// A starter that nobody has touched.
    Replace { path: String, bytes: Vec<u8> },
    /// The file was edited, and its starter has changed: the new one stands beside it, as `path`.
    Beside { path: String, bytes: Vec<u8> },
}

/// What brings the exercises of a learner's folder from `old` to `new`. `on_disk` gives the bytes of a file there.
pub fn plan(
    old: Version<'_>,
    new: Version<'_>,
    on_disk: impl Fn(&str) -> Option<Vec<u8>>,
) -> Vec<Step> {
    let mut steps = Vec::new();
    for exercise in &new.course.exercises {
        let former = former_self(old.course, exercise);
        for (place, path) in exercise.files.iter().enumerate() {
            let Some(starter) = new.files.get(path) else {
                continue;
            };
            let before = former.and_then(|former| former.files.get(place));
            let file = File {
                path,
                starter,
                before,
                old_starter: before.and_then(|before| old.files.get(before)),
            };
            steps.extend(file.steps(&on_disk));
        }
    }
    steps
}

/// The same exercise in the old course: by its id, or by one that it had formerly.
fn former_self<'a>(old: &'a Course, exercise: &Exercise) -> Option<&'a Exercise> {
    let ids = std::iter::once(&exercise.id).chain(&exercise.formerly);
    ids.filter_map(|id| old.exercises.iter().find(|before| before.id == *id))
        .next()
}

/// One file of an exercise, in the new course and in the old one.
struct File<'a> {
    path: &'a str,
    starter: &'a [u8],
    before: Option<&'a String>,
    old_starter: Option<&'a Vec<u8>>,
}

impl File<'_> {
    fn steps(&self, on_disk: &impl Fn(&str) -> Option<Vec<u8>>) -> Vec<Step> {
        let here = on_disk(self.path);
        let moved_from = self.before.filter(|before| *before != self.path);
        if let (None, Some(from)) = (&here, moved_from)
            && let Some(bytes) = on_disk(from)
        {
            let to = self.path.to_owned();
            let from = from.clone();
            let moved = Step::Move { from, to };
            return std::iter::once(moved).chain(self.update(&bytes)).collect();
        }
        match here {
            Some(bytes) => self.update(&bytes).into_iter().collect(),
            None => vec![Step::Add {
                path: self.path.to_owned(),
                bytes: self.starter.to_vec(),
            }],
        }
    }

    /// What becomes of a file with these bytes.
    fn update(&self, found: &[u8]) -> Option<Step> {
        let old = self.old_starter.map(Vec::as_slice);
        if found == self.starter || old == Some(self.starter) {
            None
        } else if old == Some(found) {
            Some(Step::Replace {
                path: self.path.to_owned(),
                bytes: self.starter.to_vec(),
            })
        } else {
            Some(Step::Beside {
                path: format!("{}.new", self.path),
                bytes: self.starter.to_vec(),
            })
        }
    }
}
