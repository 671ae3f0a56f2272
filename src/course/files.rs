//! Which of the course's files belong to an exercise. Looked up in the set of paths that exist: no disk here.

use std::collections::BTreeSet;
use std::ops::Bound;

use super::fault::quoted;
use super::key;
use super::names::path_trouble;
use super::nearest::nearest;
use super::table::{Table, Word};

/// The files of the exercise `name` in `exercises/DIR/`: `NAME.rs`, or `NAME/main.rs` and all that is below
/// `NAME/`; then those that `files` adds. The one that is compiled comes first.
pub(super) fn of_exercise(
    exercise: &mut Table<'_, '_>,
    dir: &str,
    name: Word<'_>,
    paths: &BTreeSet<String>,
) -> Vec<String> {
    let base = format!("exercises/{dir}/{}", name.text);
    let (file, main) = (format!("{base}.rs"), format!("{base}/main.rs"));
    let (mut files, home) = match (paths.contains(&file), paths.contains(&main)) {
        (true, false) => (vec![file], format!("exercises/{dir}")),
        (false, true) => (folder(&base, main, paths), base),
        (true, true) => {
            let what = format!("{file} and {main} both exist");
            exercise.fault(name.at, what, "keep one of the two");
            (vec![file], format!("exercises/{dir}"))
        }
        (false, false) => {
            missing(exercise, name, &file, paths);
            (vec![file], format!("exercises/{dir}"))
        }
    };
    for more in added(exercise, &home, paths) {
        if !files.contains(&more) {
            files.push(more);
        }
    }
    files
}

/// Every path below `folder/`.
pub(super) fn below<'p>(
    folder: &str,
    paths: &'p BTreeSet<String>,
) -> impl Iterator<Item = &'p String> + use<'p> {
    let prefix = format!("{folder}/");
    let from = (Bound::Included(prefix.clone()), Bound::Unbounded);
    paths
        .range(from)
        .take_while(move |path| path.starts_with(&prefix))
}

fn folder(base: &str, main: String, paths: &BTreeSet<String>) -> Vec<String> {
    let mut files = vec![main];
    let others = below(base, paths).filter(|path| **path != files[0] && !left_by_an_editor(path));
    let others: Vec<String> = others.cloned().collect();
    files.extend(others);
    files
}

/// `.#main.rs`, `.main.rs.swp`, `main.rs~`, `#main.rs#`: not the author's.
fn left_by_an_editor(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.starts_with(['.', '#']) || name.ends_with('~')
}

/// The paths that `files` names, relative to the folder in which the exercise's own file stands.
fn added(exercise: &mut Table<'_, '_>, home: &str, paths: &BTreeSet<String>) -> Vec<String> {
    let mut found = Vec::new();
    for word in exercise.words(key::FILES).unwrap_or_default() {
        if let Some(trouble) = path_trouble(word.text) {
            let what = format!("the path {} {trouble}", quoted(word.text));
            exercise.fault(word.at, what, format!("give a path below {home}/"));
            continue;
        }
        let path = format!("{home}/{}", word.text);
        if paths.contains(&path) {
            found.push(path);
        } else {
            missing(exercise, word, &path, paths);
        }
    }
    found
}

/// Says that a file is not there, and which one may be meant.
pub(super) fn missing(
    exercise: &mut Table<'_, '_>,
    named: Word<'_>,
    path: &str,
    paths: &BTreeSet<String>,
) {
    if exercise.report.is_full() {
        return;
    }
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let neighbours = below(folder, paths).filter_map(|path| path.rsplit('/').next());
    let remedy = match nearest(name, neighbours.take(300)) {
        Some(near) => format!("{} is there: rename one of them", quoted(near)),
        None => "write the file, or mend the name".to_owned(),
    };
    exercise.fault(
        named.at,
        format!("there is no file {}", quoted(path)),
        remedy,
    );
}
