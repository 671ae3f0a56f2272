//! What is asked where somebody can answer.

mod support;

use std::io::{Read, Write};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use support::{Folder, learners_folder};

const SOLUTION: &str = "learn/solutions/01_quay/01_moor.rs";

/// Everything that is shown when `tutor solution` is called in a terminal and its questions are answered in turn; and
/// the exit code.
fn answered(test: &Folder, answers: &[&str]) -> (String, u32) {
    let size = PtySize {
        rows: 40,
        cols: 80,
        pixel_width: 0,
        pixel_height: 0,
    };
    let pair = native_pty_system().openpty(size).expect("a terminal");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_tutor"));
    command.args(["solution", "--color", "never"]);
    command.cwd(test.at("learn"));
    command.env("TERM", "xterm-256color");
    let mut child = pair.slave.spawn_command(command).expect("it starts");
    drop(pair.slave);
    let mut keys = pair.master.take_writer().expect("a writer");
    let mut reader = pair.master.try_clone_reader().expect("a reader");
    let (sender, pieces) = mpsc::channel();
    std::thread::spawn(move || {
        let mut buffer = [0; 4096];
        while let Ok(count @ 1..) = reader.read(&mut buffer) {
            let _ = sender.send(String::from_utf8_lossy(&buffer[..count]).into_owned());
        }
    });
    let deadline = Instant::now() + Duration::from_secs(20);
    let mut shown = String::new();
    for (asked, answer) in answers.iter().enumerate() {
        while shown.matches("[y/N]").count() <= asked {
            let left = deadline.saturating_duration_since(Instant::now());
            shown += &pieces.recv_timeout(left).expect("a question in time");
        }
        keys.write_all(answer.as_bytes()).expect("it can be typed");
    }
    let status = child.wait().expect("it ends");
    drop(pair.master);
    while let Ok(piece) = pieces.recv_timeout(Duration::from_secs(5)) {
        shown += &piece;
    }
    (shown, status.exit_code())
}

#[test]
fn a_solution_is_asked_for_twice() {
    let test = learners_folder();
    let (shown, exit) = answered(&test, &["y\n", "yes\n"]);
    assert!(
        shown.contains("01.1, Moor, is not done yet. Show our solution?"),
        "{shown}"
    );
    assert!(shown.contains("The note of Moor."), "{shown}");
    assert_eq!(exit, 0);
    assert!(test.has(SOLUTION));
}

#[test]
fn one_no_of_two_is_a_no() {
    for answers in [&["\n"][..], &["y\n", "n\n"]] {
        let test = learners_folder();
        let (shown, exit) = answered(&test, answers);
        assert!(!shown.contains("The note of Moor."), "{shown}");
        assert_eq!(exit, 1);
        assert!(!test.has(SOLUTION));
    }
}
