//! `--since`: what the files that were changed mean for each exercise.

use std::collections::BTreeSet;

use super::survey::{RIGHT, WRONG};
use crate::commands::parts;
use crate::course::crates;
use crate::course::model::{Course, Exercise};
use crate::verify::strays;

/// Files that were changed.
pub(super) struct Touched {
    paths: BTreeSet<String>,
    /// One of them concerns every exercise.
    all: bool,
}

impl Touched {
    /// By these files, which may be gone.
    pub(super) fn by(changed: Vec<String>, course: &Course) -> Touched {
        let paths: BTreeSet<String> = changed.into_iter().collect();
        let concerns_all = |path: &String| {
            [parts::INFO, "Cargo.toml", parts::lock(course)].contains(&path.as_str())
                || strays::PINS.contains(&path.as_str())
                || path.starts_with("exercises/support/")
        };
        let of_crates = crates::local_files(&course.build, &paths);
        Touched {
            all: !of_crates.is_empty() || paths.iter().any(concerns_all),
            paths,
        }
    }

    pub(super) fn exercise(&self, course: &Course, exercise: &Exercise) -> bool {
        let dir = &course.chapter_of(exercise).dir;
        let solved = |path: &String| path.replacen("exercises/", "solutions/", 1);
        let own = exercise.files.iter();
        let named = [
            format!("exercises/{dir}/info.toml"),
            parts::mutants(exercise),
        ];
        let folders = [
            format!("{WRONG}/{}/", exercise.id),
            format!("{RIGHT}/{}/", exercise.id),
            format!("exercises/{dir}/{}/", exercise.name),
            format!("solutions/{dir}/{}/", exercise.name),
        ];
        self.all
            || own.clone().any(|path| self.paths.contains(path))
            || own.map(solved).any(|path| self.paths.contains(&path))
            || named.iter().any(|path| self.paths.contains(path))
            || folders.iter().any(|folder| self.any_below(folder))
    }

    fn any_below(&self, folder: &str) -> bool {
        let mut from = self.paths.range(folder.to_owned()..);
        from.next().is_some_and(|path| path.starts_with(folder))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::parts::{Files, described};
    use crate::course;

    const INFO: &str = "\
format_version = 2
id = \"harbour\"
title = \"A harbour\"
[build]
edition = \"2024\"
dependencies = { oars = { path = \"exercises/oars\" } }
[[chapters]]
dir = \"01_a\"
title = \"A\"
[[exercises]]
dir = \"01_a\"
name = \"01_one\"
kind = \"write\"
hint = [\"a\", \"b\", \"c\"]
[[exercises]]
dir = \"01_a\"
name = \"02_two\"
kind = \"write\"
hint = [\"a\", \"b\", \"c\"]
";

    /// The exercises that a change of this file touches.
    fn touched(path: &str) -> Vec<String> {
        let texts = [
            ("info.toml", INFO),
            ("exercises/01_a/01_one.rs", ""),
            ("exercises/01_a/02_two.rs", ""),
        ];
        let texts = texts.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
        let loaded = course::load(&described("harbour", &Files::from(texts)));
        assert_eq!(loaded.faults, []);
        let course = loaded.course.expect("it has no faults");
        let touched = Touched::by(vec![path.to_owned()], &course);
        let exercises = course.exercises.iter();
        let exercises = exercises.filter(|exercise| touched.exercise(&course, exercise));
        exercises.map(|exercise| exercise.id.clone()).collect()
    }

    #[test]
    fn what_every_verdict_depends_on_touches_every_exercise() {
        for path in [
            "info.toml",
            "exercises/Cargo.lock",
            "exercises/support/lib.rs",
            "exercises/oars/src/lib.rs",
            "exercises/oars/Cargo.toml",
            "rust-toolchain",
            "rust-toolchain.toml",
            "exercises/01_a/info.toml",
        ] {
            assert_eq!(touched(path), ["one", "two"], "{path}");
        }
    }

    #[test]
    fn an_exercises_own_files_touch_it_alone_and_others_nothing() {
        for path in [
            "exercises/01_a/01_one.rs",
            "solutions/01_a/01_one.rs",
            "solutions/01_a/one.mutants.rs",
            "tests/wrong_answers/one/why.rs",
            "tests/right_answers/one/why.rs",
        ] {
            assert_eq!(touched(path), ["one"], "{path}");
        }
        for path in ["README.md", "exercises/oarsman.rs", "src/lib.rs"] {
            assert_eq!(touched(path), [""; 0], "{path}");
        }
    }
}
