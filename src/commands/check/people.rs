//! The folders of a class, and the course's exercises somewhere in each of them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::course::model::Course;
use crate::system::files;

/// How deep a course may lie in somebody's repository.
const DEPTH: usize = 4;

/// Somebody's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Person {
    /// As the table calls it: the folder's name, or its path where several have the same name.
    pub(super) name: String,
    /// The folder that holds `exercises/`. None: no exercise of this course is there.
    pub(super) root: Option<PathBuf>,
}

/// Everybody in these folders: each is somebody's, or a folder of folders.
pub(super) fn everybody(named: &[PathBuf], course: &Course) -> Vec<Person> {
    let several = named.len() > 1;
    let folders: Vec<PathBuf> = named
        .iter()
        .flat_map(|folder| in_one(folder, several, course))
        .collect();
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for folder in &folders {
        *times.entry(name(folder)).or_default() += 1;
    }
    let person = |folder: &PathBuf| {
        let name = Some(name(folder)).filter(|name| times[name] == 1);
        Person {
            name: name.unwrap_or_else(|| folder.display().to_string()),
            root: search(folder, course),
        }
    };
    folders.iter().map(person).collect()
}

/// A folder of folders is no repository, has no exercise at its top, and has them in two folders at least; a class in
/// which only one has handed in is known by being the only folder that was named.
fn in_one(folder: &Path, several: bool, course: &Course) -> Vec<PathBuf> {
    let own = found(folder, course) > 0 || files::exists(&folder.join(".git"));
    let mut below = files::folders_in(folder);
    below.retain(|folder| !is_hidden(folder));
    if own || below.len() < 2 {
        return vec![folder.to_owned()];
    }
    let holding = || {
        below
            .iter()
            .filter(|folder| search(folder, course).is_some())
    };
    match several && holding().count() < 2 {
        true => vec![folder.to_owned()],
        false => below,
    }
}

/// `.` and `..` have names too.
fn name(folder: &Path) -> String {
    let whole = files::canonical(folder).unwrap_or_else(|_| folder.to_owned());
    let name = whole.file_name().unwrap_or(whole.as_os_str());
    name.to_string_lossy().into_owned()
}

/// The folder in a repository that holds most of the course's exercises; of those that hold as many, the one nearest
/// to its top.
fn search(folder: &Path, course: &Course) -> Option<PathBuf> {
    let mut level = vec![folder.to_owned()];
    let mut best: Option<(usize, PathBuf)> = None;
    for _ in 0..=DEPTH {
        let mut next = Vec::new();
        for at in level {
            let count = found(&at, course);
            let below = files::folders_in(&at).into_iter();
            next.extend(below.filter(|folder| !is_hidden(folder) && !is_never_it(folder)));
            if count > best.as_ref().map_or(0, |(most, _)| *most) {
                best = Some((count, at));
            }
        }
        level = next;
    }
    best.map(|(_, root)| root)
}

/// How many of the course's exercises lie in a folder.
fn found(folder: &Path, course: &Course) -> usize {
    if !files::is_folder(&folder.join("exercises")) {
        return 0;
    }
    let exercises = course.exercises.iter();
    let there = exercises.filter(|exercise| files::is_file(&folder.join(exercise.main_file())));
    there.count()
}

/// The copy of the course in a learner's folder among them.
fn is_hidden(folder: &Path) -> bool {
    let name = folder.file_name().unwrap_or_default();
    name.as_encoded_bytes().starts_with(b".")
}

fn is_never_it(folder: &Path) -> bool {
    let name = folder.file_name().unwrap_or_default();
    ["target", "node_modules"]
        .iter()
        .any(|known| name == *known)
}
