//! The course room on a real disk: how long the largest course takes, and what cargo makes of the generated manifest.

#![expect(
    clippy::disallowed_methods,
    reason = "it reads and writes a folder and starts cargo"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use tutor::course::manifest::{Listed, OWN, has_main, manifests};
use tutor::course::model::Course;
use tutor::course::{CourseFiles, MOST_EXERCISES, TextFile, load};

fn info(text: &str) -> TextFile {
    TextFile {
        path: "info.toml".to_owned(),
        bytes: text.as_bytes().to_vec(),
    }
}

fn sound(files: &CourseFiles) -> Course {
    let loaded = load(files);
    assert_eq!(loaded.faults, []);
    loaded.course.expect("a course without faults")
}

/// A course of so many exercises, 200 to a chapter.
fn large_course(exercises: usize) -> CourseFiles {
    let mut head = String::from("format_version = 2\nid = 'large'\ntitle = 'Large'\n");
    let mut tables = String::new();
    let mut paths = BTreeSet::new();
    for index in 0..exercises {
        let (chapter, number) = (index / 200, index % 200);
        if number == 0 {
            head.push_str(&format!(
                "[[chapters]]\ndir = '{chapter:03}_c'\ntitle = 'C'\n"
            ));
        }
        let name = format!("{number:03}_e{index}");
        tables.push_str(&format!(
            "[[exercises]]\ndir = '{chapter:03}_c'\nname = '{name}'\nkind = 'predict'\n\
             starts = [{{ error = 'E0502', at = 'x' }}]\nhint = ['a', 'b', 'c']\ntracks = ['core']\n"
        ));
        paths.insert(format!("exercises/{chapter:03}_c/{name}.rs"));
    }
    CourseFiles {
        info: info(&(head + &tables)),
        paths,
        ..CourseFiles::default()
    }
}

#[test]
fn twenty_thousand_exercises_load_at_once_and_one_more_is_refused() {
    let files = large_course(MOST_EXERCISES);
    let start = Instant::now();
    assert_eq!(sound(&files).exercises.len(), MOST_EXERCISES);
    // Far above what it takes even unoptimised on a busy machine, far below what the square of 20 000 would take.
    let took = start.elapsed();
    assert!(took < Duration::from_secs(20), "{took:?}");

    let one_more = load(&large_course(MOST_EXERCISES + 1));
    assert!(one_more.course.is_none());
    assert!(
        one_more.faults[0]
            .what
            .contains("more than 20000 exercises")
    );
}

const INFO: &str = "\
format_version = 2
id = 'x'
title = 'X'
[build]
lints = { rust = { dead_code = 'allow', unused_variables = 'deny' } }
[[chapters]]
dir = '01_a'
title = 'A'
[[exercises]]
dir = '01_a'
name = '01_done_program'
kind = 'write'
[[exercises]]
dir = '01_a'
name = '02_open_guess'
kind = 'predict'
starts = [{ error = 'E0382' }]
[[exercises]]
dir = '01_a'
name = '03_done_library'
kind = 'guard'
[[exercises]]
dir = '01_a'
name = '04_current_folder'
kind = 'write'
";

const SOURCES: [(&str, &str); 6] = [
    (
        "exercises/01_a/01_done_program.rs",
        "fn main() {\n    println!(\"{}\", support::seven());\n}\n\n#[cfg(test)]\nmod tests {\n    #[test]\n    fn counts() {\n        assert_eq!(support::seven(), 7);\n    }\n}\n",
    ),
    (
        "exercises/01_a/02_open_guess.rs",
        "fn main() {\n    let answer: u8 = \"given away\";\n}\n",
    ),
    (
        "exercises/01_a/03_done_library.rs",
        "pub mod till {\n    pub fn open() {}\n}\n",
    ),
    (
        "exercises/01_a/04_current_folder/main.rs",
        "mod tide;\n\nfn main() {\n    tide::high();\n}\n",
    ),
    (
        "exercises/01_a/04_current_folder/tide.rs",
        "pub fn high() {}\n",
    ),
    (
        "exercises/support/lib.rs",
        "pub fn seven() -> u32 {\n    7\n}\n",
    ),
];

fn write(root: &Path, path: &str, text: &str) {
    let file = root.join(path);
    fs::create_dir_all(file.parent().expect("a folder")).expect("a new folder");
    fs::write(file, text).expect("a new file");
}

#[test]
fn cargo_finds_done_and_current_exercises_in_the_generated_manifest() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, text) in SOURCES {
        write(folder.path(), path, text);
    }
    let course = sound(&CourseFiles {
        info: info(INFO),
        paths: SOURCES.iter().map(|(path, _)| (*path).to_owned()).collect(),
        ..CourseFiles::default()
    });
    let listed: Vec<Listed> = (0..course.exercises.len())
        .map(|exercise| Listed {
            exercise,
            done: exercise % 2 == 0,
            has_main: has_main(
                &fs::read_to_string(folder.path().join(course.exercises[exercise].main_file()))
                    .expect("a source"),
            ),
        })
        .collect();
    for manifest in manifests(&course, &listed, Some("exercises/support/lib.rs"), OWN) {
        write(folder.path(), manifest.path, &manifest.text);
    }
    let cargo = Command::new(env!("CARGO"))
        .args([
            "check",
            "--offline",
            "--all-targets",
            "--message-format=json",
        ])
        .arg("--target-dir")
        .arg(folder.path().join("target"))
        .current_dir(folder.path())
        .output()
        .expect("cargo runs");
    let told = String::from_utf8_lossy(&cargo.stdout);
    assert!(
        cargo.status.success(),
        "{told}\n{}",
        String::from_utf8_lossy(&cargo.stderr)
    );
    let crates: BTreeSet<&str> = told
        .lines()
        .filter(|line| line.contains("\"reason\":\"compiler-artifact\""))
        .filter_map(|line| line.split("\"name\":\"").nth(1)?.split('"').next())
        .collect();
    let expected = ["current_folder", "done_library", "done_program", "support"];
    assert_eq!(Vec::from_iter(crates), expected);
}
