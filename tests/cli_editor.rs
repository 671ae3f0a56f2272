//! What an editor is told of a folder: the current exercise is a program in it, and shows its errors; the others are
//! none. `cargo metadata` and `cargo check` are what rust-analyzer asks.

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use support::Folder;

fn learner() -> Folder {
    let folder = Folder::new();
    folder.tutor(["init"]).any_output().run();
    folder
}

/// What a clone has: the course beside a package that is something else.
fn clone() -> Folder {
    let folder = Folder::new();
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    for part in ["info.toml", "exercises", "solutions"] {
        copy(&repository.join(part), &folder.at("clone").join(part));
    }
    folder.write(
        "clone/Cargo.toml",
        "[package]\nname = \"something-else\"\nedition = \"2024\"\n",
    );
    folder.write("clone/src/lib.rs", "");
    folder
}

fn copy(from: &Path, to: &Path) {
    if from.is_file() {
        fs::create_dir_all(to.parent().expect("it lies somewhere")).expect("a folder");
        fs::copy(from, to).expect("a copy");
        return;
    }
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        copy(&entry.path(), &to.join(entry.file_name()));
    }
}

fn cargo(folder: &Folder, manifest: &str, words: &[&str]) -> Vec<Value> {
    let manifest = folder.at(manifest);
    let output = Command::new("cargo")
        .args(words)
        .arg("--offline")
        .arg("--manifest-path")
        .arg(&manifest)
        .current_dir(manifest.parent().expect("it lies in a folder"))
        .env("CARGO_TARGET_DIR", folder.at("target"))
        .env_remove("RUSTFLAGS")
        .output()
        .expect("cargo runs");
    let text = String::from_utf8_lossy(&output.stdout);
    let said = String::from_utf8_lossy(&output.stderr);
    let lines = text.lines().filter(|line| line.starts_with('{'));
    let values: Vec<Value> = lines
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert!(!values.is_empty(), "{words:?} says nothing: {said}");
    values
}

/// The files below `exercises` that are the beginning of a program.
fn programs(folder: &Folder, manifest: &str) -> BTreeSet<String> {
    let words = ["metadata", "--no-deps", "--format-version", "1"];
    let metadata = cargo(folder, manifest, &words);
    let packages = metadata[0]["packages"].as_array().expect("packages");
    let targets = packages
        .iter()
        .flat_map(|package| package["targets"].as_array().expect("targets"));
    targets
        .filter_map(|target| exercise(target["src_path"].as_str()?))
        .collect()
}

/// The errors that an editor shows: the file below `exercises` and the code of each.
fn errors(folder: &Folder, manifest: &str) -> BTreeSet<(String, String)> {
    let words = [
        "check",
        "--all-targets",
        "--keep-going",
        "--message-format=json",
    ];
    let messages = cargo(folder, manifest, &words);
    let said = messages.iter().map(|message| &message["message"]);
    said.filter(|said| said["level"] == "error")
        .filter_map(|said| {
            let code = said["code"]["code"].as_str()?.to_owned();
            let span = &said["spans"][0];
            Some((exercise(span["file_name"].as_str()?)?, code))
        })
        .collect()
}

fn exercise(path: &str) -> Option<String> {
    let (_, below) = path.split_once("exercises/")?;
    (!below.starts_with("support")).then(|| below.to_owned())
}

fn of<const N: usize>(files: [&str; N]) -> BTreeSet<String> {
    files.into_iter().map(str::to_owned).collect()
}

/// Of 85 and more exercises one is there; what is done stays, without an error; a prediction is not given away.
fn shows_only_what_is_current(folder: &Folder, below: &str, manifest: &str) {
    let go = |exercise: &str| {
        let call = folder.tutor(["--trust", "go", exercise]).below(below);
        call.any_output().run();
    };
    go("first_light");
    let first = "00_orientation/01_first_light.rs";
    assert_eq!(programs(folder, manifest), of([first]));
    let expected = [(first.to_owned(), "E0425".to_owned())];
    assert_eq!(errors(folder, manifest), expected.into());

    go("handed_over");
    let handed = "03_ownership/02_handed_over.rs";
    assert_eq!(programs(folder, manifest), of([handed]));
    let expected = [(handed.to_owned(), "E0382".to_owned())];
    assert_eq!(errors(folder, manifest), expected.into());

    go("first_light");
    let file = format!("{below}/exercises/{first}");
    let mended = folder.read(&file).replace("{humidty}", "{humidity}");
    folder.write(&file, mended);
    let check = folder
        .tutor(["--trust", "check", "first_light"])
        .below(below);
    check.any_output().run();
    go("handed_over");
    assert_eq!(programs(folder, manifest), of([first, handed]));
    assert_eq!(
        errors(folder, manifest),
        [(handed.to_owned(), "E0382".to_owned())].into()
    );

    go("one_owner");
    assert_eq!(programs(folder, manifest), of([first]));
    assert_eq!(errors(folder, manifest), BTreeSet::new());
}

#[test]
fn a_learners_folder_shows_the_current_exercise_and_no_other() {
    let folder = learner();
    shows_only_what_is_current(&folder, "rust-tutor", "rust-tutor/Cargo.toml");
}

#[test]
fn a_clone_shows_the_current_exercise_and_no_other() {
    let folder = clone();
    shows_only_what_is_current(&folder, "clone", "clone/.tutor/editor/Cargo.toml");
    assert_eq!(programs(&folder, "clone/Cargo.toml"), of([]));
}

#[test]
fn cargo_has_no_complaint_where_only_an_open_prediction_is_current() {
    let folder = learner();
    let go = folder.tutor(["go", "one_owner"]).below("rust-tutor");
    go.any_output().run();
    assert_eq!(programs(&folder, "rust-tutor/Cargo.toml"), of([]));
    assert_eq!(errors(&folder, "rust-tutor/Cargo.toml"), BTreeSet::new());
}
