//! What a learner waits for in a sitting: the built binary in a pseudo-terminal, the real watcher and the real compiler.
//!
//! `cargo bench --bench sitting`. From save to verdict is measured beside the bare compiler and one run of what it made:
//! the same text, the same flags, one after the other, so that a machine that is busy is busy for both.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "it measures and prints"
)]

#[path = "common/bare.rs"]
mod bare;
#[allow(dead_code, reason = "the tests need more of it")]
#[path = "../tests/sitting_common/terminal.rs"]
mod terminal;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use bare::{median, ms, quiet, text};
use tempfile::TempDir;
use terminal::Terminal;
use tutor::check::plan::Tools;
use tutor::system::toolchain;

const ROUNDS: usize = 40;
const KEYS: usize = 100;
/// How long it is left alone.
const IDLE: Duration = Duration::from_secs(20);
const FILE: &str = "03_ownership/02_handed_over.rs";
/// What the check gives to the compiler, but for the name of what it makes.
const FLAGS: [&str; 7] = [
    "--test",
    "-C",
    "prefer-dynamic",
    "-C",
    "rpath",
    "-C",
    "strip=debuginfo",
];

fn main() {
    let bench = Bench::begin();
    println!(
        "{ROUNDS} saves of each kind, medians: the compiler alone, save to verdict, and how many times as long\n"
    );
    bench.saves();
    println!("\nkey to redraw, {KEYS} keys");
    bench.keys();
    println!("\nidle for {} s", IDLE.as_secs());
    bench.idles();
}

struct Bench {
    tools: Tools,
    folder: TempDir,
    terminal: Terminal,
    /// The answer that passes, and the one that is refused.
    right: String,
    wrong: String,
}

impl Bench {
    /// A sitting at the exercise, its first verdict on the screen.
    fn begin() -> Bench {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let found = toolchain::find(&|name| std::env::var_os(name), Path::new("."));
        let tools = found
            .unwrap_or_else(|fault| panic!("{}", fault.what))
            .tools(folder.path());
        let tutor = |words: &[&str], at: &Path| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_tutor"));
            command.args(words).current_dir(at);
            quiet(command);
        };
        let learner = folder.path().join("rust-tutor");
        tutor(&["init"], folder.path());
        tutor(&["go", "handed_over"], &learner);
        let terminal = Terminal::tutor(&learner, &[]);
        terminal.shows(&["Press Enter to begin."]);
        terminal.press("\r").shows(&["Press Enter for 03.2"]);
        terminal.press("\r").shows(&["NOT YET", "E0382"]);
        let wrong = fs::read_to_string(learner.join("exercises").join(FILE)).expect("a starter");
        let tests = wrong.find("#[cfg(test)]").expect("tests");
        let solution = Path::new(env!("CARGO_MANIFEST_DIR")).join("solutions");
        let solution = fs::read_to_string(solution.join(FILE)).expect("a solution");
        Bench {
            tools,
            right: format!("{solution}\n{}", &wrong[tests..]),
            wrong,
            terminal,
            folder,
        }
    }

    /// Right and wrong in turn, so that each verdict differs from the one before it.
    fn saves(&self) {
        let (mut passing, mut refused) = (Pair::default(), Pair::default());
        for round in 0..=ROUNDS {
            // Never the same bytes twice: nothing is remembered, by anybody.
            let right = format!("{}// round {round}\n", self.right);
            let wrong = format!("{}// round {round}\n", self.wrong);
            let now = [
                self.bare(&right, true),
                self.save(&right, " DONE     "),
                self.bare(&wrong, false),
                self.save(&wrong, " NOT YET  "),
            ];
            if round > 0 {
                passing.add(now[0], now[1]);
                refused.add(now[2], now[3]);
            }
        }
        passing.tell("passes");
        refused.tell("is refused");
    }

    fn bare(&self, program: &str, runs: bool) -> Duration {
        let source = self.put("bare.rs", program);
        let made = self.folder.path().join("bare");
        let flags = [&FLAGS[..], &["-o", text(&made)]].concat();
        bare::time(&|| {
            bare::clippy(&self.tools, self.folder.path(), &source, &flags);
            if runs {
                quiet(Command::new(&made));
            }
        })
    }

    /// From before the file is opened until the verdict stands in the window.
    fn save(&self, program: &str, word: &str) -> Duration {
        let place = self.folder.path().join("rust-tutor/exercises").join(FILE);
        let started = Instant::now();
        fs::write(place, program).expect("a save");
        self.terminal.until(word, |window| {
            window.lines().any(|line| line.starts_with(word))
        });
        started.elapsed()
    }

    fn put(&self, name: &str, program: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, program).expect("a file");
        path
    }

    /// The page of all keys is opened and closed.
    fn keys(&self) {
        let mut times = Vec::new();
        for round in 0..KEYS {
            let opens = round % 2 == 0;
            let started = Instant::now();
            self.terminal
                .press("?")
                .until("the page of keys", |window| {
                    window.contains(" All keys") == opens
                });
            times.push(started.elapsed());
        }
        times.sort();
        println!(
            "median {:.1} ms, 95 of 100 within {:.1} ms, at most {:.1} ms",
            ms(times[KEYS / 2]),
            ms(times[KEYS * 95 / 100]),
            ms(times[KEYS - 1])
        );
    }

    #[cfg(target_os = "linux")]
    fn idles(&self) {
        let process = self.terminal.process();
        let before = processor_time(process);
        thread::sleep(IDLE);
        let used = processor_time(process) - before;
        println!(
            "{:.1} ms of processor time in a second; {:.1} MB of memory",
            ms(used) / IDLE.as_secs_f64(),
            resident_kb(process) as f64 / 1000.0
        );
    }

    #[cfg(not(target_os = "linux"))]
    fn idles(&self) {
        println!("not measured on this system");
    }
}

/// Times of one kind of save.
#[derive(Default)]
struct Pair {
    bare: Vec<Duration>,
    ours: Vec<Duration>,
}

impl Pair {
    fn add(&mut self, bare: Duration, ours: Duration) {
        self.bare.push(bare);
        self.ours.push(ours);
    }

    fn tell(self, what: &str) {
        let (bare, ours) = (median(self.bare), median(self.ours));
        let times = ours.as_secs_f64() / bare.as_secs_f64();
        println!(
            "a save that {what:<12} {:>7.1} ms {:>7.1} ms   x {times:.2}",
            ms(bare),
            ms(ours)
        );
    }
}

/// Of all its threads, to the nanosecond.
#[cfg(target_os = "linux")]
fn processor_time(process: u32) -> Duration {
    let threads = fs::read_dir(format!("/proc/{process}/task")).expect("it runs");
    let used = threads.flatten().filter_map(|thread| {
        let told = fs::read_to_string(thread.path().join("schedstat")).ok()?;
        told.split(' ').next()?.parse::<u64>().ok()
    });
    Duration::from_nanos(used.sum())
}

#[cfg(target_os = "linux")]
fn resident_kb(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).expect("it runs");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let words = line.expect("its memory").split_whitespace();
    words
        .take(1)
        .find_map(|word| word.parse().ok())
        .expect("a number")
}
