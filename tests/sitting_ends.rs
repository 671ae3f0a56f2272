//! A learner's program has no part in the terminal; and when a real sitting ends while it runs, whoever brings that about,
//! nobody is left.

#![cfg(target_os = "linux")]

mod sitting_common;
mod support;

use std::process::{Child, Command, Stdio};

use sitting_common::terminal::Terminal;
use support::{Folder, learners_folder, parking, runs, signal, until};

const UNLOAD: &str = "learn/exercises/01_quay/02_unload.rs";
const RUN: [&str; 2] = ["watch", "--trust"];

/// A learner's folder at an exercise that may run for minutes; `body` makes its answer.
fn at_an_answer(body: impl Fn(&Folder) -> String) -> Folder {
    let folder = learners_folder();
    let info = "learn/.tutor/course/info.toml";
    let text = folder.read(info);
    let patient = text.replace("kind = \"write\"\n", "kind = \"write\"\ntimeout_s = 600\n");
    assert_ne!(patient, text);
    folder.write(info, patient);
    let go = folder.tutor(["go", "unload"]).below("learn");
    go.any_output().run();
    let text = folder.read(UNLOAD);
    let answer = text.replacen("    0\n", &format!("{}\n", body(&folder)), 1);
    assert_ne!(answer, text);
    folder.write(UNLOAD, answer);
    folder
}

/// The same with an answer that writes its number into `started` and then waits for ever.
fn at_a_parked_answer() -> Folder {
    at_an_answer(|folder| parking(&folder.at("started")))
}

/// Waits until the learner's program runs; its number.
fn program(folder: &Folder) -> String {
    let number = || std::fs::read_to_string(folder.at("started")).unwrap_or_default();
    until("the answer runs", || !number().is_empty());
    number()
}

/// A window in which the learner's program runs.
fn in_a_window() -> (Folder, Terminal, String) {
    let folder = at_a_parked_answer();
    let terminal = Terminal::tutor(&folder.at("learn"), &RUN);
    terminal.shows(&["Press Enter"]);
    terminal.press("\r");
    let program = program(&folder);
    (folder, terminal, program)
}

/// A sitting in a pipe, in which the learner's program runs; its input stays open.
fn in_a_pipe() -> (Folder, Child, String) {
    let folder = at_a_parked_answer();
    let tutor = Command::new(env!("CARGO_BIN_EXE_tutor"))
        .args(RUN)
        .arg("--plain")
        .current_dir(folder.at("learn"))
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the binary starts");
    let program = program(&folder);
    (folder, tutor, program)
}

#[test]
fn control_c_in_a_window() {
    let (_folder, mut terminal, program) = in_a_window();
    terminal.press("\u{3}");
    assert_eq!(terminal.ends(), 130);
    terminal.has_left_its_screen();
    until("the answer has ended", || !runs(&program));
}

#[test]
fn killed_in_a_window() {
    let (_folder, mut terminal, program) = in_a_window();
    signal("-KILL", terminal.process());
    terminal.ends();
    until("the answer has ended", || !runs(&program));
}

#[test]
fn a_request_to_end_in_a_pipe() {
    for way in ["-INT", "-TERM", "-HUP"] {
        let (folder, mut tutor, program) = in_a_pipe();
        signal(way, tutor.id());
        let ended = tutor.wait().expect("it ends");
        assert_eq!(ended.code(), Some(130), "{way}");
        until("the answer has ended", || !runs(&program));
        let progress = folder.read("learn/.tutor/progress.toml");
        assert!(progress.contains("unload"), "{progress}");
    }
}

#[test]
fn an_end_at_once_in_a_pipe() {
    let (_folder, mut tutor, program) = in_a_pipe();
    signal("-QUIT", tutor.id());
    let ended = tutor.wait().expect("it ends");
    assert_eq!(ended.code(), None, "the signal has ended it");
    until("the answer has ended", || !runs(&program));
}

#[test]
fn killed_in_a_pipe() {
    let (_folder, mut tutor, program) = in_a_pipe();
    tutor.kill().expect("it can be killed");
    tutor.wait().expect("it ends");
    until("the answer has ended", || !runs(&program));
}

#[test]
fn the_terminal_is_nothing_that_a_program_can_open() {
    let folder = at_an_answer(|_| {
        "    use std::io::Write;\n    \
             let terminal = std::fs::OpenOptions::new().write(true).open(\"/dev/tty\");\n    \
             match terminal {\n        \
                 Ok(mut terminal) => write!(terminal, \"{}ED\", \"GRABB\").map_or(1, |()| 2),\n        \
                 Err(error) => 4700 + error.raw_os_error().unwrap_or(0) as u32,\n    \
             }"
            .to_owned()
    });
    let terminal = Terminal::tutor(&folder.at("learn"), &RUN);
    terminal.shows(&["Press Enter"]);
    // There is no such device: error 6.
    terminal.press("\r").shows(&["NOT YET", "4706"]);
    let received = String::from_utf8_lossy(&terminal.received()).into_owned();
    assert!(!received.contains("GRABBED"), "{received}");
}
