//! The digest of a course: one number for everything in it that a check reads or runs. Our solutions are not part of
//! it, as a learner's folder may be without them.

use super::builtin;
use super::parts::{self, Files};
use super::place::{self, Place};
use crate::system::cache;

/// Of the course that a place has on the disk. What no manifest declares is never read, and is no part of it.
pub fn of_place(place: &Place) -> String {
    let paths = place::paths(&place.text_root(), &place.course);
    let declared = parts::of(&place.course, &paths);
    let found = declared
        .iter()
        .filter(|path| counts(path))
        .filter_map(|path| Some((path.as_str(), place.locked(path)?)));
    hash(found)
}

/// Of a course in memory.
pub fn of_files(files: &Files) -> String {
    let found = files.iter().filter(|(path, _)| counts(path));
    hash(found.map(|(path, bytes)| (path.as_str(), bytes)))
}

/// Whether it is the course that the binary carries, byte for byte: its id is in these bytes too.
pub fn is_builtin(digest: &str) -> bool {
    let found = builtin::files().filter(|(path, _)| counts(path));
    hash(found) == digest
}

/// The faulty versions that the kind `tests` needs lie among the solutions, but are run.
fn counts(path: &str) -> bool {
    !path.starts_with("solutions/") || path.ends_with(".mutants.rs")
}

/// In the order of their paths.
fn hash<'a, B: AsRef<[u8]>>(files: impl Iterator<Item = (&'a str, B)>) -> String {
    let files: Vec<(&str, B)> = files.collect();
    let pieces: Vec<&[u8]> = files
        .iter()
        .flat_map(|(path, bytes)| [path.as_bytes(), bytes.as_ref()])
        .collect();
    cache::hash(&pieces)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(entries: &[(&str, &str)]) -> Files {
        let entries = entries.iter();
        entries
            .map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()))
            .collect()
    }

    #[test]
    fn the_course_in_the_binary_is_known_with_its_solutions_and_without() {
        let mut all: Files = builtin::files()
            .map(|(path, bytes)| (path.to_owned(), bytes.to_vec()))
            .collect();
        assert!(is_builtin(&of_files(&all)));
        all.retain(|path, _| counts(path));
        assert!(is_builtin(&of_files(&all)));
    }

    #[test]
    fn whatever_is_run_changes_the_digest() {
        let course = [
            ("info.toml", "id"),
            ("exercises/a/1.rs", "fn main() {}"),
            ("solutions/a/x.mutants.rs", ""),
        ];
        let before = of_files(&files(&course));
        for place in 0..course.len() {
            let mut other = course;
            other[place].1 = "other";
            assert_ne!(of_files(&files(&other)), before, "{}", course[place].0);
        }
        let mut solved = files(&course);
        solved.insert("solutions/a/1.rs".to_owned(), b"solved".to_vec());
        assert_eq!(of_files(&solved), before);
    }
}
