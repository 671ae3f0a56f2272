//! Other commands beside a sitting that is running: it follows, and nothing that either has done is lost.

#![cfg(target_os = "linux")]

mod sitting_common;
mod support;

use sitting_common::terminal::Terminal;
use support::Folder;
use tutor::session::progress::{Progress, State};
use tutor::session::progress_text;

/// A sitting past the welcome and the first card, in a folder with the built-in course.
fn begun(folder: &Folder) -> Terminal {
    folder.tutor(["init"]).any_output().run();
    let terminal = Terminal::tutor(&folder.at("rust-tutor"), &[]);
    terminal.shows(&["Press Enter to begin."]);
    terminal
        .press("\r")
        .shows(&["Press Enter for 00.1, First light."]);
    terminal.press("\r").shows(&["NOT YET", "error[E0425]"]);
    terminal
}

fn elsewhere<const N: usize>(folder: &Folder, words: [&str; N]) {
    folder.tutor(words).below("rust-tutor").any_output().run();
}

fn progress(folder: &Folder) -> Progress {
    let text = folder.read("rust-tutor/.tutor/progress.toml");
    progress_text::read(text.as_bytes()).expect("it can be read")
}

#[test]
fn go_in_another_terminal_takes_the_sitting_along() {
    let folder = Folder::new();
    let mut terminal = begun(&folder);
    elsewhere(&folder, ["go", "handed_over"]);
    terminal.shows(&[
        "Press Enter for 03.2, Handed over.",
        "by a command in another terminal",
    ]);
    terminal
        .press("\r")
        .shows(&["03.2  Handed over", "NOT YET"]);
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
    assert_eq!(progress(&folder).here.as_deref(), Some("handed_over"));
}

#[test]
fn next_in_another_terminal_skips_and_moves_both() {
    let folder = Folder::new();
    let mut terminal = begun(&folder);
    elsewhere(&folder, ["next"]);
    terminal.shows(&["00.2  ", "by a command in another terminal"]);
    terminal.press("p").shows(&["00.1  First light"]);
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
    let progress = progress(&folder);
    assert_eq!(progress.here.as_deref(), Some("first_light"));
    assert_eq!(progress.exercises["first_light"].state, State::Skipped);
}

#[test]
fn reset_in_another_terminal_is_seen_and_loses_no_progress() {
    let folder = Folder::new();
    let mut terminal = begun(&folder);
    let file = "rust-tutor/exercises/00_orientation/01_first_light.rs";
    let mended = folder.read(file).replace("{humidty}", "{humidity}");
    folder.write(file, mended);
    terminal.shows(&["DONE"]);
    elsewhere(&folder, ["reset"]);
    terminal.shows(&["NOT YET", "You have done this exercise already"]);
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
    assert_eq!(
        progress(&folder).exercises["first_light"].state,
        State::Done
    );
}

#[test]
fn what_another_process_records_is_in_the_list_at_once() {
    let folder = Folder::new();
    let terminal = begun(&folder);
    terminal.press("l").shows(&["0 of"]);
    let solution = folder.read("rust-tutor/.tutor/course/solutions/03_ownership/02_handed_over.rs");
    folder.write(
        "rust-tutor/exercises/03_ownership/02_handed_over.rs",
        solution,
    );
    elsewhere(&folder, ["check", "handed_over"]);
    terminal.shows(&["1 of"]);
    assert_eq!(progress(&folder).here.as_deref(), Some("first_light"));
}

#[test]
fn the_list_of_a_terminal_finds_as_one_types_and_goes_there() {
    let folder = Folder::new();
    folder.tutor(["init"]).any_output().run();
    let list = || Terminal::tutor(&folder.at("rust-tutor"), &["list"]);
    let mut terminal = list();
    terminal.shows(&["Find  _", "First light"]);
    terminal
        .press("handed")
        .shows(&["Find  handed_", "1 shown of"]);
    terminal.press("\t\t").shows(&["only done, 0 shown of"]);
    terminal.press("\t\t").shows(&[" > 03.2  Handed over"]);
    terminal
        .press("\r")
        .shows(&["You are at 03.2  Handed over"]);
    assert_eq!(terminal.ends(), 0);
    assert_eq!(progress(&folder).here.as_deref(), Some("handed_over"));
    let before = folder.read("rust-tutor/.tutor/progress.toml");
    let mut terminal = list();
    terminal.shows(&[" > 03.2  Handed over"]);
    terminal.press("\x1b");
    assert_eq!(terminal.ends(), 0);
    assert_eq!(folder.read("rust-tutor/.tutor/progress.toml"), before);
}
