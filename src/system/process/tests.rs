use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use super::*;
use crate::check::job::Limits;

fn shell(script: &str) -> Job {
    Job {
        program: PathBuf::from("/bin/sh"),
        args: vec!["-c".into(), OsString::from(script)],
        env: vec![("PATH".into(), "/usr/bin:/bin".into())],
        cwd: PathBuf::from("/"),
        stdin: None,
        limits: Limits {
            wall: Duration::from_secs(20),
            cpu_s: 20,
            memory: 4 << 30,
            file_size: 1 << 20,
            keep_head: 64 << 10,
            keep_tail: 4 << 10,
            flood: 1 << 20,
        },
    }
}

fn run_it(script: &str) -> Ended {
    run(&shell(script), &Cancel::new())
}

fn within(job: Job, wall: Duration) -> Job {
    let limits = Limits {
        wall,
        ..job.limits.clone()
    };
    Job { limits, ..job }
}

#[test]
fn the_exit_code_and_both_streams_come_back() {
    let ended = run_it("echo out; echo err >&2; exit 7");
    assert_eq!(ended.end, End::Exited(7));
    assert_eq!(
        (ended.stdout.text(), ended.stderr.text()),
        ("out\n".into(), "err\n".into())
    );
    assert!(!ended.left_processes);
}

#[test]
fn nothing_of_our_environment_reaches_the_child() {
    let names = run_it("env | cut -d= -f1 | sort | tr '\\n' ' '")
        .stdout
        .text();
    assert_eq!(names, "PATH PWD TUTOR_JOB ", "the shell itself sets PWD");
}

#[test]
fn input_is_given_or_closed() {
    assert_eq!(run_it("cat").stdout.text(), "");
    let job = Job {
        stdin: Some(b"hello".to_vec()),
        ..shell("cat")
    };
    assert_eq!(run(&job, &Cancel::new()).stdout.text(), "hello");
}

#[test]
fn a_loop_is_ended_at_its_limit() {
    let ended = run(
        &within(shell("while :; do :; done"), Duration::from_millis(200)),
        &Cancel::new(),
    );
    assert_eq!(ended.end, End::TimedOut);
    assert!(ended.took >= Duration::from_millis(200));
}

#[test]
fn a_flood_is_ended_and_only_its_ends_are_kept() {
    let ended = run_it("while :; do echo 0123456789; done");
    assert_eq!(ended.end, End::Flooded);
    assert!(ended.stdout.head.len() <= 64 << 10 && ended.stdout.tail.len() <= 4 << 10);
    assert!(ended.stdout.bytes > 1 << 20);
}

#[test]
fn cancelling_ends_a_run_from_another_thread() {
    let cancel = Cancel::new();
    let other = cancel.clone();
    let (started, ready) = std::sync::mpsc::channel();
    let thread = thread::spawn(move || {
        started.send(()).expect("the test waits");
        run(&shell("sleep 60"), &other)
    });
    ready.recv().expect("the thread runs");
    cancel.cancel();
    assert_eq!(thread.join().expect("no panic").end, End::Cancelled);
    assert_eq!(
        run(&shell("echo"), &cancel).end,
        End::Cancelled,
        "and every later one"
    );
}

#[test]
fn a_signal_is_told_from_an_exit() {
    assert_eq!(run_it("kill -SEGV $$").end, End::Signal(11));
}

#[test]
fn a_missing_program_is_no_panic() {
    let job = Job {
        program: PathBuf::from("/no/such/program"),
        ..shell("")
    };
    let End::NotStarted { not_found, .. } = run(&job, &Cancel::new()).end else {
        panic!("it started")
    };
    assert!(not_found);
}

#[test]
fn a_grandchild_that_holds_the_pipe_is_ended() {
    let ended = run_it("sleep 61 & echo $!");
    assert_eq!(ended.end, End::Exited(0));
    assert!(ended.left_processes);
    assert_gone(&ended);
}

#[test]
fn a_grandchild_in_a_session_of_its_own_is_ended_too() {
    let ended = run_it("setsid sleep 62 >/dev/null 2>&1 & echo $!");
    assert_gone(&ended);
    assert_eq!(ended.end, End::Exited(0));
}

#[test]
fn a_timed_out_tree_is_ended_whole() {
    let job = within(
        shell("sleep 64 & echo $!; (setsid sleep 65 & echo $!); sleep 66"),
        Duration::from_millis(300),
    );
    let ended = run(&job, &Cancel::new());
    assert_eq!(ended.end, End::TimedOut);
    assert_gone(&ended);
}

#[test]
fn no_terminal_can_be_opened() {
    assert_eq!(
        run_it("exec 2>/dev/null; (: < /dev/tty) && echo opened || echo refused")
            .stdout
            .text(),
        "refused\n"
    );
}

/// The kernel keeps them, even when nobody looks.
#[test]
fn a_child_has_its_limits() {
    let cancel = Cancel::new();
    let folder = crate::system::files::TempFolder::new("tutor-limits-").expect("a folder");
    let number = folder.path().join("number");
    let job = shell(&format!("echo $$ > {}; exec sleep 60", number.display()));
    let limits = || {
        let number = std::fs::read_to_string(&number).unwrap_or_default();
        std::fs::read_to_string(format!("/proc/{}/limits", number.trim())).unwrap_or_default()
    };
    // Soft and hard, as `Max cpu time              20                   21                   seconds`.
    let is = |text: &str, name: &str, soft: &str, hard: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(name));
        let words: Vec<&str> = line.unwrap_or_default().split_whitespace().collect();
        words.first() == Some(&soft) && words.get(1) == Some(&hard)
    };
    let is_finite = |text: &str| {
        let line = text
            .lines()
            .find_map(|line| line.strip_prefix("Max processes"));
        let most = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
        most.is_some_and(|most| most < 1 << 20)
    };
    let all_hold = |text: &str| {
        is(text, "Max cpu time", "20", "21")
            && is(text, "Max address space", "4294967296", "4294967296")
            && is(text, "Max file size", "1048576", "1048576")
            && is(text, "Max core file size", "0", "0")
            && is_finite(text)
    };
    thread::scope(|scope| {
        let running = scope.spawn(|| run(&job, &cancel));
        let deadline = std::time::Instant::now() + Duration::from_secs(20);
        while !all_hold(&limits()) && std::time::Instant::now() < deadline {
            thread::sleep(Duration::from_millis(5));
        }
        let found = limits();
        cancel.cancel();
        assert_eq!(running.join().expect("no panic").end, End::Cancelled);
        assert!(all_hold(&found), "{found}");
    });
}

/// The numbers that the script has printed are those of no process any more.
fn assert_gone(ended: &Ended) {
    for pid in ended.stdout.text().split_whitespace() {
        let path = format!("/proc/{pid}/cmdline");
        let alive = Path::new(&path).exists()
            && std::fs::read(&path).is_ok_and(|line| line.starts_with(b"sleep"));
        assert!(!alive, "process {pid} is still there");
    }
}

#[test]
fn an_editor_is_waited_for_and_a_window_is_not() {
    let args = |script: &str| vec!["-c".into(), OsString::from(script)];
    let here = Path::new("/");
    let ended = in_foreground(Path::new("/bin/sh"), &args("exit 3"), here);
    assert_eq!(ended.expect("it runs").code(), Some(3));
    let folder = crate::system::files::TempFolder::new("tutor-window-").expect("a folder");
    let wait = format!(
        "while [ ! -e {0}/go ]; do sleep 0.01; done; echo $TUTOR_JOB > {0}/done",
        folder.path().display()
    );
    detach(Path::new("/bin/sh"), &args(&wait), here).expect("it starts");
    // A job beside it does not end it, and it has no mark of a job.
    run_it("true");
    std::fs::write(folder.path().join("go"), "").expect("written");
    let deadline = std::time::Instant::now() + Duration::from_secs(20);
    let done = || std::fs::read_to_string(folder.path().join("done")).unwrap_or_default();
    while done() != "\n" {
        assert!(std::time::Instant::now() < deadline, "{:?}", done());
        thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn who_hands_his_work_over_and_fails_at_once_is_heard() {
    let shell = |script: &str| {
        let args = ["-c".into(), OsString::from(script)];
        hand_over(Path::new("/bin/sh"), &args, Path::new("/")).expect("it starts")
    };
    assert_eq!(shell("exit 0"), None);
    assert_eq!(
        shell("echo no window >&2; exit 1"),
        Some("no window".to_owned())
    );
    let begun = std::time::Instant::now();
    assert_eq!(shell("exec sleep 5"), None);
    assert!(
        begun.elapsed() < Duration::from_secs(4),
        "it was waited for"
    );
}
