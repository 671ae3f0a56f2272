//! A save that has only begun when a check ends; and a system that does not tell of saves.

#![cfg(target_os = "linux")]
#![allow(clippy::print_stderr, reason = "a test says that it saw nothing")]

mod sitting_common;
mod support;

use std::fs::File;
use std::time::{Duration, Instant};

use sitting_common::terminal::Terminal;
use support::{Folder, learners_folder, until};

const UNLOAD: &str = "learn/exercises/01_quay/02_unload.rs";
const EMPTY: &str = "The file of this exercise is empty.";

/// A file that has been empty for longer than about this may rightly be called so.
const MOMENT: Duration = Duration::from_millis(200);

/// An answer that begins, waits for a sign, and is wrong by a number of its own.
fn waiting(folder: &Folder, round: usize) -> String {
    let (began, go) = (sign(folder, "began", round), sign(folder, "go", round));
    let body = format!(
        "    std::fs::write({began:?}, \"\").expect(\"it is written\");\n    \
             while !std::path::Path::new({go:?}).exists() {{\n        \
                 std::thread::sleep(std::time::Duration::from_millis(1));\n    }}\n    {}\n",
        4700 + round
    );
    support::starter("Unload").replacen("    0\n", &body, 1)
}

fn sign(folder: &Folder, name: &str, round: usize) -> std::path::PathBuf {
    folder.at(&format!("{name}_{round}"))
}

#[test]
fn an_editor_in_the_middle_of_a_save_is_not_taken_at_its_word() {
    let folder = learners_folder();
    let go = folder.tutor(["go", "unload"]).below("learn");
    go.any_output().run();
    let terminal = Terminal::tutor(&folder.at("learn"), &["watch", "--trust"]);
    terminal.shows(&["Press Enter"]);
    terminal.press("\r").shows(&["NOT YET"]);
    // On a busy machine a moment may last too long to tell anything.
    for round in 0..10 {
        let text = waiting(&folder, round);
        folder.write(UNLOAD, &text);
        until("the answer runs", || sign(&folder, "began", round).exists());
        let begun = Instant::now();
        File::create(folder.at(UNLOAD)).expect("emptied");
        File::create(sign(&folder, "go", round)).expect("made");
        let number = (4700 + round).to_string();
        let window = terminal.until("what the check has found", |text| {
            text.contains(&number) || text.contains(EMPTY)
        });
        let took = begun.elapsed();
        folder.write(UNLOAD, &text);
        if took < MOMENT {
            assert!(!window.contains(EMPTY), "{window}");
            return;
        }
    }
    eprintln!("SKIPPED: no check was quick enough here");
}

#[test]
fn in_a_pipe_it_is_said_once_that_saves_are_looked_for() {
    let folder = learners_folder();
    let traced = |words: &[&str]| {
        let mut command = std::process::Command::new("strace");
        command.args([
            "-f",
            "-o",
            "/dev/null",
            "-e",
            "inject=inotify_init1:error=ENOSYS",
        ]);
        command.args(words).current_dir(folder.at("learn"));
        command.stdin(std::process::Stdio::null()).output()
    };
    if !traced(&["true"]).is_ok_and(|trial| trial.status.success()) {
        eprintln!("SKIPPED: strace is not possible here");
        return;
    }
    let tutor = env!("CARGO_BIN_EXE_tutor");
    let output = traced(&[tutor, "watch", "--plain", "--trust"]).expect("strace runs");
    let told = String::from_utf8_lossy(&output.stdout);
    let lines = told.matches("Watching: looking every 0.25 s.").count();
    assert_eq!(lines, 1, "{told}");
}
