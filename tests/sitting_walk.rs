//! From an empty folder to the last words of a course: the built binary in a pseudo-terminal, the real watcher, the real
//! compiler. The course is the one that is built in, cut down to its first chapters.

#![cfg(target_os = "linux")]

mod sitting_common;
mod support;

use std::fs;
use std::path::{Path, PathBuf};

use sitting_common::terminal::Terminal;
use support::Folder;

const CHAPTERS: [&str; 3] = ["00_orientation", "01_values", "03_ownership"];

/// One exercise of the walk.
struct Step {
    /// `03.2`
    number: String,
    /// Below `exercises` and `solutions`.
    file: PathBuf,
    /// It is the first of its chapter, so a card comes before it.
    opens: bool,
}

#[test]
fn saving_each_solution_and_going_on_leads_to_the_last_words() {
    let folder = Folder::new();
    let steps = cut_course(&folder);
    assert_eq!(steps.len(), 16, "exercises of these chapters");
    let init = ["init", "walk", "--from", "course", "--trust"];
    folder.tutor(init).any_output().run();
    let mut terminal = sit(&folder);
    terminal.shows(&["Press Enter to begin."]);
    terminal.press("\r");
    for step in &steps {
        walk(&folder, &terminal, step);
        terminal.press("n");
    }
    terminal.shows(&[
        "That was the last one.",
        "You have done all 16 exercises, in",
    ]);
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
    terminal.shows(&["16 of 16 done; 03.8 Single-use voucher is done."]);
    all_are_done(&folder);
}

fn walk(folder: &Folder, terminal: &Terminal, step: &Step) {
    if step.opens {
        terminal.shows(&[&format!("Press Enter for {},", step.number)]);
        terminal.press("\r");
    }
    let header = format!(" {}  ", step.number);
    terminal.is_at(&header, "");
    let solution = folder.read(&format!("course/solutions/{}", step.file.display()));
    folder.write(&format!("walk/exercises/{}", step.file.display()), solution);
    terminal.is_at(&header, "\n DONE     ");
}

/// What `tutor list` says, as text and as JSON.
fn all_are_done(folder: &Folder) {
    let call = folder.tutor(["list"]).below("walk").any_output();
    let text = call.run().stdout;
    assert!(text.contains("16 of 16 done"), "{text}");
    let call = folder.tutor(["list", "--format", "json"]).below("walk");
    let text = call.any_output().run().stdout;
    let list: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
    let exercises = list["exercises"].as_array().expect("a list");
    let states: Vec<&str> = exercises
        .iter()
        .filter_map(|exercise| exercise["state"].as_str())
        .collect();
    assert_eq!(states, ["done"; 16]);
}

fn sit(folder: &Folder) -> Terminal {
    let home = folder.path();
    let home = home.to_str().expect("a plain path");
    let rustup = support::rustup_home();
    let mut env = vec![("HOME", home)];
    if let Some((name, place)) = &rustup {
        env.push((name, place.to_str().expect("a plain path")));
    }
    Terminal::with(&folder.at("walk"), &["watch", "--trust"], &env, (80, 24))
}

/// The course of this repository with these chapters alone, at `course`; its exercises in their order.
fn cut_course(folder: &Folder) -> Vec<Step> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let info = fs::read_to_string(root.join("info.toml")).expect("the course is here");
    let wanted = |part: &&str| {
        let names = |chapter: &str| part.contains(&format!("dir = \"{chapter}\""));
        !part.contains("dir = ") || CHAPTERS.iter().any(|chapter| names(chapter))
    };
    let parts: Vec<&str> = info.split("[[chapters]]").filter(wanted).collect();
    folder.write("course/info.toml", parts.join("[[chapters]]"));
    copy(
        &root.join("exercises/support"),
        folder,
        "course/exercises/support",
    );
    let mut steps = Vec::new();
    for chapter in CHAPTERS {
        for place in ["exercises", "solutions"] {
            let below = format!("{place}/{chapter}");
            copy(&root.join(&below), folder, &format!("course/{below}"));
        }
        let files = folder.names(&format!("course/exercises/{chapter}"));
        let files = files.iter().filter(|name| name.ends_with(".rs"));
        for (place, file) in files.enumerate() {
            steps.push(Step {
                number: format!("{}.{}", &chapter[..2], file[..2].trim_start_matches('0')),
                file: Path::new(chapter).join(file),
                opens: place == 0,
            });
        }
    }
    steps
}

fn copy(from: &Path, folder: &Folder, to: &str) {
    for entry in fs::read_dir(from).expect("a folder of the course") {
        let path = entry.expect("readable").path();
        let name = path.file_name().expect("a name").to_string_lossy();
        let to = format!("{to}/{name}");
        if path.is_dir() {
            copy(&path, folder, &to);
        } else {
            folder.write(&to, fs::read(&path).expect("a file of the course"));
        }
    }
}
