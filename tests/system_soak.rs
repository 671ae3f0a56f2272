//! A thousand jobs, one after the other and side by side, cost nothing that stays. Alone in its file: it counts what the
//! whole process has.

#![cfg(target_os = "linux")]
#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "tests look at the machine"
)]

use std::fs;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tutor::check::job::{End, Job, Limits};
use tutor::system::process::{Cancel, run};

fn job(program: &str, args: &[&str]) -> Job {
    Job {
        program: program.into(),
        args: args.iter().map(Into::into).collect(),
        env: vec![("PATH".into(), std::env::var_os("PATH").unwrap_or_default())],
        cwd: "/".into(),
        stdin: None,
        limits: Limits {
            wall: Duration::from_secs(60),
            cpu_s: 60,
            memory: 2 << 30,
            file_size: 1 << 20,
            keep_head: 1000,
            keep_tail: 1000,
            flood: 1 << 20,
        },
    }
}

/// Open files, threads, and children (dead ones too).
fn counts() -> (usize, usize, usize) {
    let entries = |folder: &str| fs::read_dir(folder).expect("there").count();
    let children =
        |task: fs::DirEntry| fs::read_to_string(task.path().join("children")).unwrap_or_default();
    let tasks = fs::read_dir("/proc/self/task").expect("there").flatten();
    let children = tasks
        .map(children)
        .map(|list| list.split_whitespace().count())
        .sum();
    (
        entries("/proc/self/fd"),
        entries("/proc/self/task"),
        children,
    )
}

#[test]
fn a_thousand_jobs_leave_nothing_open() {
    let plain = job("/bin/true", &[]);
    let orphan = job(
        "/bin/sh",
        &[
            "-c",
            "setsid --fork true; setsid sleep 300 >/dev/null 2>&1 & sleep 0.01; echo done",
        ],
    );
    run(&plain, &Cancel::new());
    a_gigabyte_goes_through();
    let before = counts();
    for _ in 0..800 {
        assert_eq!(run(&plain, &Cancel::new()).end, End::Exited(0));
    }
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..50 {
                    assert_eq!(run(&orphan, &Cancel::new()).end, End::Exited(0));
                }
            });
        }
    });
    // The last job of all reaps what others had to leave.
    run(&plain, &Cancel::new());
    let deadline = Instant::now() + Duration::from_secs(20);
    while counts() != before && Instant::now() < deadline {
        run(&plain, &Cancel::new());
    }
    assert_eq!(counts(), before, "open files, threads, children");
    say_the_cost(&plain);
}

/// An eighth of one where the tests are not optimised.
fn a_gigabyte_goes_through() {
    let bytes = if cfg!(debug_assertions) {
        1u64 << 27
    } else {
        1 << 30
    };
    let mut flood = job("/usr/bin/head", &["-c", &bytes.to_string(), "/dev/zero"]);
    flood.limits.flood = u64::MAX;
    let ended = run(&flood, &Cancel::new());
    assert_eq!((ended.end, ended.stdout.bytes), (End::Exited(0), bytes));
    let status = fs::read_to_string("/proc/self/status").expect("there");
    let peak = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .expect("a peak");
    let kib: u64 = peak
        .trim()
        .trim_end_matches(" kB")
        .parse()
        .expect("a number");
    assert!(kib < 64 << 10, "{kib} KiB were in use at once");
}

/// Not a test, for time is the machine's: what a job costs above a bare start.
fn say_the_cost(plain: &Job) {
    let mut bare = Vec::new();
    let mut ours = Vec::new();
    for _ in 0..200 {
        let started = Instant::now();
        let mut command = Command::new("/bin/true");
        let output = command.env_clear().stdin(Stdio::null()).output();
        assert!(output.expect("runs").status.success());
        bare.push(started.elapsed());
        let started = Instant::now();
        run(plain, &Cancel::new());
        ours.push(started.elapsed());
    }
    bare.sort();
    ours.sort();
    println!(
        "bare {:?}, a job {:?} (medians of 200)",
        bare[100], ours[100]
    );
}
