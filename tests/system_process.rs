//! Programs that misbehave, each with the end that we expect, and nobody left behind.

#![cfg(target_os = "linux")]
#![allow(
    clippy::disallowed_methods,
    reason = "tests compile, and look at the machine"
)]

use std::collections::hash_map::RandomState;
use std::ffi::OsString;
use std::fs;
use std::hash::{BuildHasher, Hasher};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::thread;
use std::time::{Duration, Instant};

use tutor::check::job::{End, Ended, Job, Limits};
use tutor::system::files::TempFolder;
use tutor::system::process::{Cancel, run};

/// Both streams, as text.
fn said(ended: &Ended) -> String {
    format!("{}{}", ended.stdout.text(), ended.stderr.text())
}

/// All fixtures in one program: its first argument says which.
fn program() -> &'static Path {
    static PROGRAM: OnceLock<(TempFolder, PathBuf)> = OnceLock::new();
    let (_, path) = PROGRAM.get_or_init(|| {
        let folder = TempFolder::new("tutor-bad-").expect("a folder");
        let bad = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/bad");
        let names: Vec<String> = tutor::system::files::list_below(&bad);
        let names: Vec<&str> = names
            .iter()
            .filter_map(|name| name.strip_suffix(".rs"))
            .collect();
        let mut text = "#![allow(unconditional_recursion)]\n".to_owned();
        for name in &names {
            text += &format!(
                "#[path = {:?}] mod {name};\n",
                bad.join(format!("{name}.rs"))
            );
        }
        text += "fn main() { match std::env::args().nth(1).as_deref() {\n";
        for name in &names {
            text += &format!("Some({name:?}) => {name}::main(),\n");
        }
        text += "other => panic!(\"no fixture {other:?}\"), } }\n";
        let (source, path) = (folder.path().join("bad.rs"), folder.path().join("bad"));
        fs::write(&source, text).expect("written");
        let rustc = std::env::var_os("RUSTC").unwrap_or("rustc".into());
        let mut command = std::process::Command::new(rustc);
        command
            .args(["--edition=2024", "-Cprefer-dynamic", "-Crpath", "-o"])
            .arg(&path)
            .arg(&source);
        assert!(command.status().expect("rustc runs").success());
        (folder, path)
    });
    path
}

/// A job with a mark of the test's own, by which its processes are found afterwards.
struct Try {
    job: Job,
    mark: String,
    _folder: TempFolder,
}

impl Try {
    fn new(fixture: &str) -> Try {
        let folder = TempFolder::new("tutor-run-").expect("a folder");
        let mark = format!(
            "TUTOR_TEST={:016x}",
            RandomState::new().build_hasher().finish()
        );
        let (name, value) = mark.split_once('=').expect("two parts");
        let path = std::env::var_os("PATH").unwrap_or_default();
        let job = Job {
            program: program().to_owned(),
            args: vec![fixture.into()],
            env: vec![("PATH".into(), path), (name.into(), value.into())],
            cwd: folder.path().to_owned(),
            stdin: None,
            limits: Limits {
                wall: Duration::from_secs(60),
                cpu_s: 60,
                memory: 2 << 30,
                file_size: 1 << 20,
                keep_head: 256 << 10,
                keep_tail: 64 << 10,
                flood: 16 << 20,
            },
        };
        Try {
            job,
            mark,
            _folder: folder,
        }
    }

    /// For programs that only end when they are made to.
    fn with_wall(mut self, wall: Duration) -> Try {
        self.job.limits.wall = wall;
        self
    }

    #[track_caller]
    fn run(&self) -> Ended {
        let ended = run(&self.job, &Cancel::new());
        self.nobody_is_left();
        ended
    }

    #[track_caller]
    fn nobody_is_left(&self) {
        let left = marked(&self.mark);
        assert!(left.is_empty(), "{left:?} are left of {:?}", self.job.args);
    }
}

/// Numbers of living processes that have this variable.
fn marked(mark: &str) -> Vec<String> {
    let entries = fs::read_dir("/proc").expect("/proc").flatten();
    let has = |entry: &fs::DirEntry| {
        let environment = fs::read(entry.path().join("environ")).unwrap_or_default();
        environment
            .split(|byte| *byte == 0)
            .any(|variable| variable == mark.as_bytes())
    };
    entries
        .filter(has)
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect()
}

const SOON: Duration = Duration::from_millis(700);

/// Fixture · wall limit · end · what it says · processes left behind.
#[test]
fn every_bad_program_ends_as_expected_and_leaves_nobody() {
    use End::{Exited, Flooded, Signal, TimedOut};
    let long = Duration::from_secs(60);
    let table: &[(&str, Duration, End, &str, bool)] = &[
        ("loops", SOON, TimedOut, "before\n", false),
        ("deadlocks", SOON, TimedOut, "", false),
        ("floods_lines", long, Flooded, "line 0\nline 1\n", false),
        ("floods_one_line", long, Flooded, "xxxx", false),
        ("prints_much", long, Exited(0), "....", false),
        ("reads_input", long, Exited(0), "0 bytes, 0 lines\n", false),
        ("opens_the_terminal", long, Exited(0), "error 6\n", false),
        ("stops_itself", long, Signal(19), "", false),
        ("leaves_a_child", long, Exited(0), "started\n", true),
        ("leaves_a_quiet_child", long, Exited(0), "started\n", true),
        ("leaves_a_session", long, Exited(0), "started\n", true),
        ("leaves_a_daemon", long, Exited(0), "started\n", true),
        ("loops_with_a_session", SOON, TimedOut, "", true),
        ("starts_many", SOON, TimedOut, "", false),
        ("child_ends_first", long, Exited(0), "", false),
        ("closes_output", SOON, TimedOut, "", false),
        ("exits", long, Exited(3), "said\n", false),
        ("exits_from_a_thread", long, Exited(0), "", false),
        ("panics", long, Exited(101), "index out of bounds", false),
        ("aborts", long, Signal(6), "", false),
        (
            "overflows_the_stack",
            long,
            Signal(6),
            "has overflowed its stack",
            false,
        ),
        (
            "takes_all_memory",
            long,
            Signal(6),
            "memory allocation of",
            false,
        ),
        ("fills_the_disk", long, Signal(25), "", false),
    ];
    for (fixture, wall, end, says, left) in table {
        let ended = Try::new(fixture).with_wall(*wall).run();
        assert_eq!(ended.end, *end, "{fixture}: {}", said(&ended));
        assert!(said(&ended).contains(says), "{fixture}: {}", said(&ended));
        // A session that is not there yet at the limit is ended with the group.
        if *fixture != "loops_with_a_session" {
            assert_eq!(ended.left_processes, *left, "{fixture}");
        }
    }
}

#[test]
fn output_is_bounded_and_counted() {
    let ended = Try::new("prints_much").run();
    for stream in [&ended.stdout, &ended.stderr] {
        assert_eq!((stream.bytes, stream.lines), (2 << 20, 1 << 15));
        assert_eq!(
            (stream.head.len(), stream.tail.len()),
            (256 << 10, 64 << 10)
        );
    }
}

#[test]
fn input_is_given_whole_and_then_closed() {
    let mut attempt = Try::new("reads_input");
    attempt.job.stdin = Some(b"a line of some length\n".repeat(100_000));
    assert_eq!(said(&attempt.run()), "2200000 bytes, 100000 lines\n");
    attempt.job.stdin = Some(Vec::new());
    assert_eq!(said(&attempt.run()), "0 bytes, 0 lines\n");
    attempt.job.args = vec!["ignores_input".into()];
    attempt.job.stdin = Some(vec![b'x'; 1 << 20]);
    assert_eq!(said(&attempt.run()), "done\n");
}

#[test]
fn a_child_sees_its_own_world_only() {
    let mut attempt = Try::new("shows_its_world");
    attempt.job.env = vec![("A".into(), "1".into()), ("B".into(), "two words".into())];
    attempt
        .job
        .args
        .extend(["--x".into(), OsString::from("a b")]);
    let said = said(&attempt.run());
    let (mark, rest): (Vec<&str>, Vec<&str>) = said
        .lines()
        .partition(|line| line.starts_with("TUTOR_JOB="));
    assert_eq!(mark.len(), 1);
    let folder = fs::canonicalize(&attempt.job.cwd).expect("there");
    assert_eq!(
        rest,
        [
            "A=1",
            "B=two words",
            &folder.display().to_string(),
            "--x|a b"
        ]
    );
}

#[test]
fn the_processor_limit_holds_without_us() {
    let mut attempt = Try::new("loops");
    attempt.job.limits.cpu_s = 1;
    let ended = attempt.run();
    assert_eq!(ended.end, End::TimedOut);
    assert!(ended.took >= Duration::from_millis(900) && ended.took < Duration::from_secs(50));
}

#[test]
fn a_cancelled_job_is_back_at_once() {
    for fixture in ["loops", "floods_lines", "leaves_a_session", "starts_many"] {
        for after in [0, 1, 3, 10, 30, 60, 90, 150] {
            let attempt = Try::new(fixture);
            let cancel = Cancel::new();
            let asked = thread::spawn({
                let cancel = cancel.clone();
                move || {
                    thread::sleep(Duration::from_millis(after));
                    cancel.cancel();
                    Instant::now()
                }
            });
            let mut job = attempt.job.clone();
            job.limits.flood = u64::MAX;
            let ended = run(&job, &cancel);
            let back = Instant::now();
            let late = back.duration_since(asked.join().expect("no panic"));
            attempt.nobody_is_left();
            assert!(
                matches!(ended.end, End::Cancelled | End::Exited(0)),
                "{fixture}: {:?}",
                ended.end
            );
            // 200 ms are promised; this machine may be busy with other tests.
            assert!(
                late < Duration::from_millis(1500),
                "{fixture} after {after} ms: {late:?}"
            );
        }
    }
}

const RUNS: &str = "TUTOR_TEST_RUNS";

/// Not a test of its own: runs a program that takes longer than it may, and says how that ended.
#[test]
fn helper_runs() {
    let Some(folder) = std::env::var_os(RUNS) else {
        return;
    };
    let folder = Path::new(&folder);
    let mut job = Try::new("exits").job.clone();
    job.program = "/bin/sh".into();
    job.args = ["-c", ": > began; sleep 3.5; : > late; sleep 0.5"]
        .map(Into::into)
        .to_vec();
    job.env = vec![("PATH".into(), "/usr/bin:/bin".into())];
    job.cwd = folder.to_owned();
    job.limits.wall = Duration::from_secs(3);
    let ended = run(&job, &Cancel::new());
    fs::write(folder.join("end"), format!("{:?}", ended.end)).expect("written");
    std::process::exit(0);
}

/// Ctrl-Z, or a lid that was closed: the program's time is not over when we come back.
#[test]
fn the_time_that_we_were_stopped_is_not_the_programs() {
    use rustix::process::{Pid, Signal, kill_process};
    let folder = TempFolder::new("tutor-stopped-").expect("a folder");
    let this = std::env::current_exe().expect("this test");
    let mut helper = std::process::Command::new(this)
        .args(["--exact", "helper_runs", "--nocapture"])
        .env(RUNS, folder.path())
        .stdout(std::process::Stdio::null())
        .spawn()
        .expect("started");
    let pid = Pid::from_raw(i32::try_from(helper.id()).expect("small")).expect("not zero");
    let until = |name: &str| {
        let deadline = Instant::now() + Duration::from_secs(60);
        while !folder.path().join(name).exists() {
            assert!(Instant::now() < deadline, "waited for {name}");
            thread::sleep(Duration::from_millis(2));
        }
    };
    until("began");
    kill_process(pid, Signal::STOP).expect("stopped");
    until("late");
    kill_process(pid, Signal::CONT).expect("woken");
    helper.wait().expect("it ends");
    let end = fs::read_to_string(folder.path().join("end")).expect("it has said how");
    assert_eq!(end, "Exited(0)");
}

#[test]
fn what_is_cancelled_before_it_starts_does_not_start() {
    let cancel = Cancel::new();
    cancel.clone().cancel();
    let mut job = Try::new("exits").job.clone();
    job.program = "/no/such/program".into();
    assert_eq!(run(&job, &cancel).end, End::Cancelled);
}

#[test]
fn one_cancellation_ends_all_jobs_that_have_it() {
    let cancel = Cancel::new();
    thread::scope(|scope| {
        let jobs: Vec<_> = (0..6)
            .map(|_| {
                scope.spawn(|| {
                    let attempt = Try::new("deadlocks");
                    let ended = run(&attempt.job, &cancel);
                    attempt.nobody_is_left();
                    ended.end
                })
            })
            .collect();
        thread::sleep(Duration::from_millis(30));
        cancel.cancel();
        for job in jobs {
            assert_eq!(job.join().expect("no panic"), End::Cancelled);
        }
    });
}

#[test]
fn jobs_in_parallel_do_not_touch_each_other() {
    thread::scope(|scope| {
        for fixture in [
            "leaves_a_daemon",
            "leaves_a_session",
            "child_ends_first",
            "exits",
        ] {
            scope.spawn(move || {
                for _ in 0..8 {
                    let ended = Try::new(fixture).run();
                    assert!(
                        matches!(ended.end, End::Exited(0 | 3)),
                        "{fixture}: {:?}",
                        ended.end
                    );
                    assert_eq!(
                        ended.left_processes,
                        fixture.starts_with("leaves"),
                        "{fixture}"
                    );
                }
            });
        }
        for _ in 0..3 {
            scope.spawn(|| {
                for _ in 0..6 {
                    let ended = Try::new("sleeps_a_little").run();
                    assert_eq!(
                        (&ended.end, said(&ended).as_str()),
                        (&End::Exited(0), "rested\n")
                    );
                    assert!(!ended.left_processes);
                }
            });
        }
    });
}

#[test]
fn what_cannot_start_is_told_in_words() {
    let attempt = Try::new("exits");
    let not_started = |change: &dyn Fn(&mut Job)| {
        let mut job = attempt.job.clone();
        change(&mut job);
        match run(&job, &Cancel::new()).end {
            End::NotStarted { why, not_found } => (why, not_found),
            other => panic!("{other:?}"),
        }
    };
    let (why, not_found) = not_started(&|job| job.program = "/no/rustc".into());
    assert_eq!(
        (why.as_str(), not_found),
        (
            "there is no /no/rustc, or what it needs to run is missing",
            true
        )
    );
    let (why, not_found) = not_started(&|job| job.cwd = "/no/folder".into());
    assert_eq!(
        (why.as_str(), not_found),
        ("the folder /no/folder is not there", false)
    );
    let (why, not_found) = not_started(&|job| job.program = "/etc/passwd".into());
    let expected = "the system does not let passwd start: /etc/passwd may not be run here";
    assert_eq!((why.as_str(), not_found), (expected, false));
    let (why, _) = not_started(&|job| job.args.push("a\0b".into()));
    assert_eq!(why, "the command line for bad has a NUL in it");
    let (why, _) = not_started(&|job| job.args.push("x".repeat(4 << 20).into()));
    assert_eq!(why, "the command line for bad is too long");
}
