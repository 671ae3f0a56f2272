//! Writing a file through crashes, full disks and several processes, with real ones.

#![cfg(target_os = "linux")]
#![allow(
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "tests set up files and processes"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use tutor::system::files::{Lock, Locking, TempFolder, write_atomic};

const TARGET: &str = "TUTOR_TEST_TARGET";
const OLD: &[u8] = b"the old text";

fn new_text() -> Vec<u8> {
    b"the new text, longer than a page\n".repeat(400)
}

/// Not a test of its own: what the tests below run as another process.
#[test]
fn helper_writes() {
    let Some(target) = std::env::var_os(TARGET) else {
        return;
    };
    // strace counts calls by thread: with these, ours come later than the harness's own.
    for _ in 0..4 {
        fs::write("/dev/null", "x").expect("written");
    }
    if let Err(trouble) = write_atomic(Path::new(&target), &new_text()) {
        assert!(trouble.to_string().starts_with("cannot write"));
        std::process::exit(40);
    }
    std::process::exit(41);
}

/// Not a test of its own: takes the lock, says so through a file, and waits to be killed.
#[test]
fn helper_holds_the_lock() {
    let Some(target) = std::env::var_os(TARGET) else {
        return;
    };
    let target = PathBuf::from(target);
    let locking = Lock::take(&target, "the helper", Duration::from_secs(20));
    assert!(matches!(locking, Locking::Held(_)));
    fs::write(target.with_extension("held"), "").expect("written");
    std::thread::park_timeout(Duration::from_secs(60));
}

fn helper(name: &str, before: &[&str], target: &Path) -> Command {
    let this = std::env::current_exe().expect("this test");
    let mut words = before.iter().map(PathBuf::from).chain([this]);
    let mut command = Command::new(words.next().expect("a program"));
    command
        .args(words)
        .args(["--exact", name, "--test-threads=1"]);
    command.env(TARGET, target).stdin(Stdio::null());
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

fn strace_is_here() -> bool {
    let runs = Command::new("strace")
        .args(["-f", "-o", "/dev/null", "true"])
        .status();
    let here = runs.is_ok_and(|status| status.success());
    if !here {
        eprintln!("SKIPPED: strace is not here or may not trace");
    }
    here
}

/// Runs the writer once; `fault` as strace takes it. Gives how the writer ended and what then stands at the path.
fn write_with(fault: &str) -> (ExitStatus, Vec<u8>) {
    let folder = TempFolder::new("tutor-atomic-").expect("a folder");
    let target = folder.path().join("progress.toml");
    fs::write(&target, OLD).expect("written");
    let inject = format!("inject={fault}");
    let before = ["strace", "-f", "-o", "/dev/null", "-e", &inject];
    let status = helper("helper_writes", &before, &target).status();
    (
        status.expect("strace runs"),
        fs::read(&target).expect("it is still there"),
    )
}

#[test]
fn a_killed_writer_leaves_the_old_or_the_new_text() {
    if !strace_is_here() {
        return;
    }
    for call in [
        "write",
        "fsync",
        "?rename,?renameat,?renameat2",
        "fchmod",
        "openat",
        "close",
    ] {
        let mut killed = 0;
        for number in 1.. {
            let (status, found) = write_with(&format!("{call}:signal=KILL:when={number}"));
            assert!(
                found == OLD || found == new_text(),
                "killed at {call} {number}: {} bytes",
                found.len()
            );
            if status.code() == Some(41) || number > 60 {
                assert_eq!(status.code() == Some(41), found == new_text());
                break;
            }
            killed += 1;
        }
        assert!(killed > 0, "{call} was never reached");
    }
}

#[test]
fn a_failing_disk_leaves_the_old_text_and_is_reported() {
    if !strace_is_here() {
        return;
    }
    for call in ["write", "fsync", "?rename,?renameat,?renameat2", "fchmod"] {
        for error in ["ENOSPC", "EIO", "EDQUOT", "EROFS"] {
            let mut reported = 0;
            for number in 1..12 {
                let (status, found) = write_with(&format!("{call}:error={error}:when={number}"));
                match status.code() {
                    // The last sync is of the folder: the text is in place by then.
                    Some(41) => assert_eq!(found, new_text(), "{call} {number} {error}"),
                    Some(40) => {
                        reported += 1;
                        assert_eq!(found, OLD, "{call} {number} {error}");
                    }
                    _ => assert_eq!(found, OLD, "{call} {number} {error}"),
                }
            }
            assert!(reported > 0, "{call} {error} was never reported");
        }
    }
}

#[test]
fn an_interrupted_or_short_write_is_gone_on_with() {
    if !strace_is_here() {
        return;
    }
    for fault in ["write:error=EINTR:when=1+2", "write:error=EINTR:when=2+3"] {
        let (status, found) = write_with(fault);
        assert_eq!((status.code(), found), (Some(41), new_text()), "{fault}");
    }
}

#[test]
fn a_killed_holder_gives_the_lock_back() {
    let folder = TempFolder::new("tutor-lock-").expect("a folder");
    let path = folder.path().join("lock");
    let mut holder = helper("helper_holds_the_lock", &[], &path)
        .spawn()
        .expect("started");
    let deadline = Instant::now() + Duration::from_secs(30);
    while !path.with_extension("held").exists() {
        assert!(Instant::now() < deadline, "the helper never got the lock");
        std::thread::sleep(Duration::from_millis(5));
    }
    match Lock::take(&path, "me", Duration::from_millis(50)) {
        Locking::Busy { holder } => assert_eq!(holder.as_deref(), Some("the helper")),
        other => panic!("{other:?}"),
    }
    holder.kill().expect("killed");
    holder.wait().expect("reaped");
    let locking = Lock::take(&path, "me", Duration::from_secs(20));
    assert!(matches!(locking, Locking::Held(_)), "{locking:?}");
}
