//! Killed without a warning: nobody that we had started is left.

#![cfg(target_os = "linux")]
#![allow(clippy::disallowed_methods, reason = "tests drive processes and wait")]

use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tutor::check::job::{Job, Limits};
use tutor::system::files::TempFolder;
use tutor::system::guardian::{self, Guardian};
use tutor::system::process::{Cancel, run};

const WORKS: &str = "TUTOR_TEST_WORKS";
const PATIENCE: Duration = Duration::from_secs(30);

fn job(script: &str, mark: &str) -> Job {
    Job {
        program: "/bin/sh".into(),
        args: vec!["-c".into(), script.into()],
        env: vec![
            ("PATH".into(), "/usr/bin:/bin".into()),
            ("TUTOR_TEST_MARK".into(), mark.into()),
        ],
        cwd: "/".into(),
        stdin: None,
        limits: Limits {
            wall: Duration::from_secs(300),
            cpu_s: 300,
            memory: 2 << 30,
            file_size: 1 << 20,
            keep_head: 1000,
            keep_tail: 1000,
            flood: 1 << 20,
        },
    }
}

/// Not a test of its own: starts a guardian and two jobs that do not end.
#[test]
fn helper_works() {
    let Some(folder) = std::env::var_os(WORKS) else {
        return;
    };
    let folder = Path::new(&folder).display().to_string();
    let this = std::env::current_exe().expect("this test");
    let number = std::process::id().to_string();
    let words = ["--exact", "helper_guards", "--nocapture", "--skip", &number].map(Into::into);
    let guardian = Guardian::start_with(&this, &words).expect("it starts");
    if Path::new(&folder).join("in_order").exists() {
        drop(guardian);
        std::process::exit(43);
    }
    let loops = format!("touch {folder}/one; while :; do :; done");
    let hides = format!("setsid sleep 300 & setsid -f sleep 300 & touch {folder}/two; sleep 300");
    thread::scope(|scope| {
        for script in [&loops, &hides] {
            let folder = &folder;
            scope.spawn(move || run(&job(script, folder), &Cancel::new()));
        }
    });
}

/// Not a test of its own: the guardian, which is told by its last argument whom it guards.
#[test]
fn helper_guards() {
    let words: Vec<String> = std::env::args().collect();
    let Some(number) = words.iter().skip_while(|word| *word != "--skip").nth(1) else {
        return;
    };
    guardian::run(number.parse().expect("a number"), std::io::stdin());
    std::process::exit(0);
}

fn with_mark(mark: &str) -> Vec<String> {
    let variable = format!("TUTOR_TEST_MARK={mark}");
    let entries = fs::read_dir("/proc").expect("/proc").flatten();
    let has = |entry: &fs::DirEntry| {
        let mut environment = Vec::new();
        let read = fs::File::open(entry.path().join("environ"))
            .and_then(|mut file| file.read_to_end(&mut environment));
        read.is_ok()
            && environment
                .split(|byte| *byte == 0)
                .any(|found| found == variable.as_bytes())
    };
    entries
        .filter(has)
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect()
}

#[track_caller]
fn until(what: &str, holds: impl Fn() -> bool) {
    let deadline = Instant::now() + PATIENCE;
    while !holds() {
        assert!(Instant::now() < deadline, "waited for {what}");
        thread::sleep(Duration::from_millis(5));
    }
}

fn works(folder: &Path) -> std::process::Child {
    let mut command = Command::new(std::env::current_exe().expect("this test"));
    command
        .args(["--exact", "helper_works", "--nocapture"])
        .env(WORKS, folder);
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command.spawn().expect("started")
}

#[test]
fn nobody_outlives_a_killed_tutor() {
    let folder = TempFolder::new("tutor-killed-").expect("a folder");
    let mark = folder.path().display().to_string();
    let mut helper = works(folder.path());
    until("the jobs", || {
        folder.path().join("one").exists() && folder.path().join("two").exists()
    });
    assert!(with_mark(&mark).len() >= 2);
    helper.kill().expect("killed");
    helper.wait().expect("reaped");
    until("the end of the jobs", || with_mark(&mark).is_empty());
}

#[test]
fn a_guardian_goes_with_whom_it_guards() {
    let folder = TempFolder::new("tutor-in-order-").expect("a folder");
    fs::write(folder.path().join("in_order"), "").expect("written");
    let status = works(folder.path()).wait().expect("it ends");
    assert_eq!(status.code(), Some(43));
}
