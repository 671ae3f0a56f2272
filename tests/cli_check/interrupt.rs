//! A request to end ends the command, and everything that it has started; so does an end that nobody could ask for.

#![cfg(unix)]

use std::process::{Child, Command, Stdio};

use crate::ferry::{self, FARE_FILE, fare_with};
use crate::support::{Folder, parking, runs, signal, until};

const WAYS: [&[&str]; 2] = [&["fare"], &["--all", "--format", "json"]];

/// `tutor check` with these words, and the number of the learner's program, which waits for ever.
fn checking(words: &[&str]) -> (Folder, Child, String) {
    let folder = ferry::work();
    let info = folder.read("work/.tutor/course/info.toml");
    folder.write(
        "work/.tutor/course/info.toml",
        info.replace("timeout_s = 5", "timeout_s = 600"),
    );
    let started = folder.at("started");
    folder.write(FARE_FILE, fare_with(&parking(&started)));
    let tutor = Command::new(env!("CARGO_BIN_EXE_tutor"))
        .args(["check", "--trust"])
        .args(words)
        .current_dir(folder.at("work"))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    let program = || std::fs::read_to_string(&started).unwrap_or_default();
    until("the answer runs", || !program().is_empty());
    let program = program();
    (folder, tutor, program)
}

#[test]
fn an_interrupt_ends_what_runs_and_is_the_exit_code_130() {
    for words in WAYS {
        let (folder, mut tutor, program) = checking(words);
        signal("-INT", tutor.id());
        let ended = tutor.wait().expect("it ends");
        assert_eq!(ended.code(), Some(130), "{words:?}");
        until("the answer has ended", || !runs(&program));
        assert!(!folder.read("work/.tutor/course/info.toml").is_empty());
        assert!(
            !folder.has("work/.tutor/progress.toml"),
            "nothing is recorded"
        );
    }
}

/// Ctrl-\: who presses it does not want to wait for an orderly end.
#[test]
fn whoever_quits_at_once_leaves_nobody() {
    let (_folder, mut tutor, program) = checking(WAYS[0]);
    signal("-QUIT", tutor.id());
    let ended = tutor.wait().expect("it ends");
    assert_eq!(ended.code(), None, "the signal has ended it");
    // Not by somebody who has seen us end: by then it had no memory any more.
    let memory = std::fs::read(format!("/proc/{program}/environ")).unwrap_or_default();
    assert_eq!(String::from_utf8_lossy(&memory), "");
    until("the answer has ended", || !runs(&program));
}

#[test]
#[cfg(target_os = "linux")]
fn killed_it_leaves_nobody() {
    for words in WAYS {
        let (_folder, mut tutor, program) = checking(words);
        tutor.kill().expect("it can be killed");
        tutor.wait().expect("it ends");
        until("the answer has ended", || !runs(&program));
    }
}
