//! Which of the files below a course folder are the course: those that its manifests declare, and no others.

use std::collections::{BTreeMap, BTreeSet};

use crate::course::crates;
use crate::course::model::{Course, Exercise, Format};
use crate::course::{CourseFiles, TextFile};

/// The files of a course by their paths in it, with `/`.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The manifest of a course, and those of its chapters.
pub const INFO: &str = "info.toml";

/// Whether this is the manifest of a chapter: `exercises/03_ownership/info.toml`.
pub fn is_chapter_manifest(path: &str) -> bool {
    let dir = path
        .strip_prefix("exercises/")
        .and_then(|rest| rest.strip_suffix("/info.toml"));
    dir.is_some_and(|dir| !dir.contains('/'))
}

/// What [`crate::course::load`] wants to know of files that are in memory.
pub fn described(folder_name: &str, files: &Files) -> CourseFiles {
    let text = |path: &str| {
        let bytes = files.get(path)?.clone();
        let path = path.to_owned();
        Some(TextFile { path, bytes })
    };
    CourseFiles {
        folder_name: folder_name.to_owned(),
        info: text(INFO).unwrap_or_default(),
        chapters: files
            .keys()
            .filter(|path| is_chapter_manifest(path))
            .filter_map(|path| text(path))
            .collect(),
        cargo_toml: text("Cargo.toml"),
        paths: files.keys().cloned().collect(),
    }
}

/// The paths of everything that belongs to the course, of those that are there.
pub fn of(course: &Course, paths: &BTreeSet<String>) -> BTreeSet<String> {
    let mut named = vec![INFO.to_owned()];
    let mut folders = vec!["exercises/support".to_owned()];
    if course.format == Format::Rustlings {
        named.push("Cargo.toml".to_owned());
    }
    // Beside a Cargo.toml there may be one that is of no use to anybody here.
    if course.format == Format::Tutor || !course.build.dependencies.is_empty() {
        named.push(lock(course).to_owned());
    }
    for chapter in &course.chapters {
        named.push(format!("exercises/{}/{INFO}", chapter.dir));
        named.push(format!("exercises/{}/README.md", chapter.dir));
    }
    for exercise in &course.exercises {
        named.extend(exercise.files.iter().cloned());
        named.push(mutants(exercise));
        named.push(exercise.solution_file());
        folders.push(format!(
            "solutions/{}/{}",
            course.chapter_of(exercise).dir,
            exercise.name
        ));
    }
    let named = named.into_iter().filter(|path| paths.contains(path));
    let inside = folders.iter().flat_map(|folder| below(folder, paths));
    let crates = crates::local_files(&course.build, paths);
    named.chain(inside).chain(crates).collect()
}

/// Where the lock file of the crates of others lies.
pub fn lock(course: &Course) -> &'static str {
    match course.format {
        Format::Tutor => "exercises/Cargo.lock",
        Format::Rustlings => "Cargo.lock",
    }
}

/// Kind `tests`: where the faulty versions stand, if the exercise has any.
pub fn mutants(exercise: &Exercise) -> String {
    let solution = exercise.solution_file();
    let above = |path: &str| Some(path.rsplit_once('/')?.0.to_owned());
    let folder = above(&solution).unwrap_or_default();
    // Of an exercise in a folder of its own they lie beside that folder.
    let folder = match solution.ends_with("/main.rs") {
        true => above(&folder).unwrap_or_default(),
        false => folder,
    };
    format!("{folder}/{}.mutants.rs", exercise.id)
}

/// The files of an exercise's solution, of those that are there; the main one first.
pub fn solution(course: &Course, exercise: &Exercise, paths: &BTreeSet<String>) -> Vec<String> {
    let main = exercise.solution_file();
    let dir = &course.chapter_of(exercise).dir;
    let others = below(&format!("solutions/{dir}/{}", exercise.name), paths);
    let mut files: Vec<String> = others.filter(|path| *path != main).collect();
    if paths.contains(&main) {
        files.insert(0, main);
    }
    files
}

fn below<'a>(folder: &str, paths: &'a BTreeSet<String>) -> impl Iterator<Item = String> + use<'a> {
    let prefix = format!("{folder}/");
    let from = paths.range(prefix.clone()..);
    from.take_while(move |path| path.starts_with(&prefix))
        .cloned()
}

#[cfg(test)]
mod tests {
    use super::super::builtin;
    use super::*;
    use crate::course;

    #[test]
    fn the_binary_carries_a_sound_course_whole_and_nothing_else() {
        let files: Files = builtin::files()
            .map(|(path, bytes)| (path.to_owned(), bytes.to_vec()))
            .collect();
        let loaded = course::load(&described("tutor", &files));
        assert_eq!(loaded.faults, []);
        let course = loaded.course.expect("it has no faults");
        let paths: BTreeSet<String> = files.keys().cloned().collect();
        assert_eq!(of(&course, &paths), paths);
        for exercise in &course.exercises {
            let solution = solution(&course, exercise, &paths);
            assert!(!solution.is_empty(), "{} has no solution", exercise.id);
        }
    }
}
