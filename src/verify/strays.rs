//! What lies in a course's folders and belongs to nobody, and what would run by itself there.

use std::collections::BTreeSet;

use super::finding::{Finding, Rule};
use crate::course::model::{Course, Place};
use crate::course::nearest;

/// Where answers that are known to be wrong or right lie, each in a folder with its exercise's id.
pub const ANSWERS: [&str; 2] = ["tests/wrong_answers", "tests/right_answers"];

/// Files by which rustup knows which toolchain a folder wants.
pub const PINS: [&str; 2] = ["rust-toolchain", "rust-toolchain.toml"];

/// Files that are there for git, for the system, or for whoever looks into the folder.
const HARMLESS: [&str; 5] = [
    ".gitkeep",
    ".gitignore",
    ".gitattributes",
    ".DS_Store",
    "README.md",
];

/// Files that nothing declares. `paths`: all files below exercises/, solutions/ and [`ANSWERS`]; `declared`: those of
/// them that are the course.
pub fn undeclared(
    course: &Course,
    paths: &BTreeSet<String>,
    declared: &BTreeSet<String>,
) -> Vec<Finding> {
    let ids: BTreeSet<&str> = course
        .exercises
        .iter()
        .map(|exercise| exercise.id.as_str())
        .collect();
    let mut found = Vec::new();
    for path in paths.iter().filter(|path| !is_harmless(path)) {
        // What runs by itself is said as that.
        if declared.contains(path) || runs_below(path) {
            continue;
        }
        let answer = ANSWERS
            .iter()
            .find_map(|top| path.strip_prefix(top)?.strip_prefix('/'));
        match answer {
            Some(below) => found.extend(odd_answer(path, below, &ids)),
            None => found.push(finding(
                Rule::Undeclared,
                path,
                "Nothing declares this file.".into(),
                "Declare it in info.toml, name it in an exercise's `files`, or remove it.".into(),
            )),
        }
    }
    found
}

fn odd_answer(path: &str, below: &str, ids: &BTreeSet<&str>) -> Option<Finding> {
    let (id, name) = below.split_once('/').unwrap_or(("", below));
    if ids.contains(id) && name.ends_with(".rs") && !name.contains('/') {
        return None;
    }
    let (what, remedy) = match ids.contains(id) {
        true => (
            "This is no answer: answers are single files `why.rs`.".to_owned(),
            "Rename it, or remove it.".to_owned(),
        ),
        false if id.is_empty() => (
            "This answer lies in no folder of an exercise.".to_owned(),
            "Put it into a folder with the id of its exercise.".to_owned(),
        ),
        false => {
            let remedy = match nearest(id, ids.iter().copied()) {
                Some(near) => format!("Did you mean `{near}`?"),
                None => "Rename the folder, or remove it.".to_owned(),
            };
            (format!("There is no exercise `{id}`."), remedy)
        }
    };
    Some(finding(Rule::Undeclared, path, what, remedy))
}

/// Whatever a tool would run when somebody opens or builds the course. `paths` are files and folders of git's,
/// relative to the course, and files that choose a toolchain by its path; `own_package`: whether the Cargo.toml at the top is the learner's.
pub fn running<'p>(paths: impl IntoIterator<Item = &'p String>, own_package: bool) -> Vec<Finding> {
    let paths = paths.into_iter();
    let runs = |path: &&String| runs_anywhere(path) || (own_package && path.as_str() == "build.rs");
    let found = paths
        .filter(|path| runs_below(path) || runs(path))
        .map(|path| {
            let (what, remedy) = words(path);
            finding(Rule::RunsByItself, path, what.into(), remedy.into())
        });
    found.collect()
}

/// Links: whoever gets the course gets none of them.
pub fn links<'p>(paths: impl IntoIterator<Item = &'p String>) -> Vec<Finding> {
    let paths = paths.into_iter();
    let found = paths.map(|path| {
        finding(
            Rule::Undeclared,
            path,
            "This is a link, and learners get a course without its links.".into(),
            "Put what it leads to in its place, or remove it.".into(),
        )
    });
    found.collect()
}

fn words(path: &str) -> (&'static str, &'static str) {
    let name = name(path);
    if name == "build.rs" {
        (
            "Cargo would run this before anybody has looked at it.",
            "Remove it: tutor needs no build script.",
        )
    } else if name == ".git" {
        (
            "A repository within the course brings hooks and settings of its own.",
            "Remove this `.git`.",
        )
    } else if PINS.contains(&path) {
        (
            "It names a folder of programs that run in place of the compiler.",
            "Name a `channel` instead of a `path`, or remove the file.",
        )
    } else if path.contains(".cargo/") {
        (
            "Cargo's settings can name programs that it runs.",
            "Remove the folder `.cargo`.",
        )
    } else {
        (
            "An editor may run these tasks as soon as the folder is opened.",
            "Remove the file.",
        )
    }
}

/// At the top too.
fn runs_anywhere(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    let folders = &parts[..parts.len() - 1];
    folders.contains(&".cargo") || PINS.contains(&path) || path.ends_with(".vscode/tasks.json")
}

/// In any folder of the course.
fn runs_below(path: &str) -> bool {
    path.contains('/') && (runs_anywhere(path) || ["build.rs", ".git"].contains(&name(path)))
}

fn is_harmless(path: &str) -> bool {
    HARMLESS.contains(&name(path))
}

fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn finding(rule: Rule, path: &str, what: String, remedy: String) -> Finding {
    Finding {
        place: Place {
            path: path.to_owned(),
            line: 1,
        },
        rule,
        exercise: None,
        what,
        remedy,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn running_in(paths: &[&str], own_package: bool) -> Vec<String> {
        let paths: Vec<String> = paths.iter().map(|path| (*path).to_owned()).collect();
        let found = running(&paths, own_package);
        found
            .into_iter()
            .map(|finding| finding.place.path)
            .collect()
    }

    #[test]
    fn whatever_runs_by_itself_is_found_wherever_it_lies() {
        let all = [
            ".cargo/config.toml",
            ".vscode/tasks.json",
            "exercises/.git",
            "exercises/01_a/02_b/.cargo/config",
            "exercises/01_a/.vscode/tasks.json",
            "exercises/01_a/build.rs",
            "crates/oars/build.rs",
            "rust-toolchain.toml",
        ];
        assert_eq!(running_in(&all, false), all);
    }

    #[test]
    fn a_tools_own_build_script_is_its_own_business() {
        assert_eq!(running_in(&["build.rs"], false), [""; 0]);
        assert_eq!(running_in(&["build.rs"], true), ["build.rs"]);
        assert_eq!(running_in(&[".vscode/settings.json"], true), [""; 0]);
    }
}
