//! Ctrl-C ends the command, and everything that it has started.

#![cfg(unix)]

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::ferry::{self, FARE_FILE, fare_with};

/// Waits for a condition; a test that waits longer than this has failed.
#[track_caller]
fn until(what: &str, condition: impl Fn() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(60);
    while !condition() {
        assert!(Instant::now() < deadline, "{what}");
        std::thread::yield_now();
    }
}

#[test]
fn an_interrupt_ends_what_runs_and_is_the_exit_code_130() {
    for words in [&["fare"][..], &["--all", "--format", "json"]] {
        let folder = ferry::work();
        let info = folder.read("work/.tutor/course/info.toml");
        folder.write(
            "work/.tutor/course/info.toml",
            info.replace("timeout_s = 5", "timeout_s = 600"),
        );
        let started = folder.at("started");
        let body = format!(
            "    std::fs::write({started:?}, std::process::id().to_string()).expect(\"it is written\");\n    \
                 loop {{\n        std::thread::park();\n    }}"
        );
        folder.write(FARE_FILE, fare_with(&body));
        let mut tutor = Command::new(env!("CARGO_BIN_EXE_tutor"))
            .args(["check", "--trust"])
            .args(words)
            .current_dir(folder.at("work"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the binary starts");
        let child = || std::fs::read_to_string(&started).unwrap_or_default();
        until("the answer runs", || !child().is_empty());
        let id = tutor.id().to_string();
        let killed = Command::new("kill").args(["-INT", &id]).status();
        assert!(killed.expect("kill runs").success());
        let ended = tutor.wait().expect("it ends");
        assert_eq!(ended.code(), Some(130), "{words:?}");
        let place = format!("/proc/{}", child());
        until("the answer has ended", || {
            !std::path::Path::new(&place).exists()
        });
        assert!(!folder.read("work/.tutor/course/info.toml").is_empty());
        assert!(
            !folder.has("work/.tutor/progress.toml"),
            "nothing is recorded"
        );
    }
}
