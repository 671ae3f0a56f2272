//! An exercise of several files in a real sitting: all of them are watched, judged and reset together; and the question
//! that comes after it.

#![cfg(target_os = "linux")]

mod sitting_common;
mod support;

use sitting_common::terminal::Terminal;
use support::Folder;

const MAIN: &str = "learn/exercises/01_kinds/20_two_drawers/main.rs";
const DRAWER: &str = "learn/exercises/01_kinds/20_two_drawers/drawer.rs";
const WRITTEN: &str =
    "pub fn label(name: &str, pieces: u32) -> String {\n    format!(\"{name}: {pieces}\")\n}\n";

/// In front of the exercise, as it was at first.
fn begun() -> (Folder, Terminal) {
    let folder = Folder::new();
    let course = format!("{}/tests/courses/kinds", env!("CARGO_MANIFEST_DIR"));
    let init = ["init", "learn", "--from", &course];
    folder.tutor(init).any_output().run();
    let go = folder.tutor(["go", "two_drawers"]).below("learn");
    go.any_output().run();
    let terminal = Terminal::tutor(&folder.at("learn"), &["watch", "--trust"]);
    terminal.shows(&["Press Enter"]);
    terminal
        .press("\r")
        .shows(&["NOT YET", "each drawer has its label"]);
    (folder, terminal)
}

#[test]
fn a_save_of_any_of_its_files_is_judged() {
    let (folder, terminal) = begun();
    folder.write(DRAWER, WRITTEN.replace("-> String", "-> u32"));
    terminal.shows(&["NOT YET", "Line 2", "That line stands in", "drawer.rs:2:"]);
    folder.write(DRAWER, WRITTEN);
    terminal.shows(&["DONE"]);
    folder.write(
        MAIN,
        folder.read(MAIN).replace("\"hooks\", 6", "\"hooks\", 7"),
    );
    terminal.shows(&["NOT YET", "hooks: 7"]);
}

#[test]
fn its_files_are_reset_together_and_come_back_together() {
    let (folder, terminal) = begun();
    let (main, drawer) = (folder.read(MAIN), folder.read(DRAWER));
    let mine = main.replace("fn main() {", "fn main() {\n    // mine");
    folder.write(MAIN, &mine);
    folder.write(DRAWER, WRITTEN);
    terminal.shows(&["DONE"]);
    terminal.press("x").shows(&["Press x again"]);
    terminal
        .press("x")
        .shows(&["The file is as it was at first.", "NOT YET"]);
    assert_eq!((folder.read(MAIN), folder.read(DRAWER)), (main, drawer));
    let undo = folder.tutor(["reset", "two_drawers", "--undo"]);
    undo.below("learn").any_output().run();
    assert_eq!(
        (folder.read(MAIN), folder.read(DRAWER)),
        (mine, WRITTEN.to_owned())
    );
    terminal.shows(&["DONE"]);
}

#[test]
fn the_editor_is_told_of_its_main_file_alone() {
    let (folder, _terminal) = begun();
    let manifest = folder.read("learn/Cargo.toml");
    assert!(
        manifest.contains("path = \"exercises/01_kinds/20_two_drawers/main.rs\""),
        "{manifest}"
    );
    assert!(!manifest.contains("drawer.rs"), "{manifest}");
}

#[test]
fn its_question_is_asked_once_and_the_answer_is_kept() {
    let (folder, mut terminal) = begun();
    folder.write(DRAWER, WRITTEN);
    terminal.shows(&["DONE", "where does the compiler look for"]);
    terminal
        .press("2")
        .shows(&["A module is found by its name"]);
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
    let progress = folder.read("learn/.tutor/progress.toml");
    assert!(progress.contains("answers = [2]"), "{progress}");
}

#[test]
fn a_question_may_be_passed_over() {
    let (folder, mut terminal) = begun();
    folder.write(DRAWER, WRITTEN);
    terminal.shows(&["DONE", "where does the compiler look for"]);
    terminal.press("n").shows(&["01.1"]);
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
    let progress = folder.read("learn/.tutor/progress.toml");
    assert!(progress.contains("answers = [0]"), "{progress}");
}
