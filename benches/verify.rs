//! What it costs to prove a course: cold, with nothing changed, after one change, and in parts; for generated courses
//! of 10, 100 and 1 000 exercises, and of 10 000 with `TUTOR_BENCH_MOST=10000`. And the same work beside `cargo`.
//!
//! `cargo bench --bench verify`. Processor time is that of tutor and all that it has started; it says more than the time
//! on the clock where the machine has something else to do.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "it measures and prints"
)]

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// The largest course that is measured unless somebody asks for more: all of it takes some minutes.
const MOST: usize = 1_000;
/// Parts that a course is shared out into.
const PARTS: usize = 4;
/// Exercises of the course that comes with tutor, for the comparison: single files that need no crate of the course's.
const BESIDE: [(&str, &str); 6] = [
    ("03_ownership", "02_handed_over"),
    ("04_borrowing", "05_double_checkout"),
    ("04_borrowing", "01_append_a_stop"),
    ("08_option", "01_no_null_here"),
    ("08_option", "02_both_arms"),
    ("10_collections", "02_no_index_assign"),
];

fn main() {
    // `cargo test --benches` only wants to know whether it starts.
    if std::env::args().any(|arg| arg == "--test") {
        return;
    }
    let asked = std::env::var("TUTOR_BENCH_MOST");
    let most = asked.ok().and_then(|most| most.parse().ok());
    let most = most.unwrap_or(MOST);
    println!("clock and processor seconds; memory of tutor itself, without compilers\n");
    println!(
        "exercises  cold             nothing changed  one changed      dearest of {PARTS} parts   memory"
    );
    for size in [10, 100, 160, 1_000, 10_000] {
        if size <= most {
            generated(size);
        }
    }
    println!();
    beside_cargo();
}

/// What one run has cost.
#[derive(Debug, Clone, Copy, Default)]
struct Cost {
    clock: Duration,
    processor: Duration,
    /// The most memory that tutor itself had, in kilobytes.
    memory_kb: u64,
}

impl std::fmt::Display for Cost {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (clock, processor) = (self.clock.as_secs_f64(), self.processor.as_secs_f64());
        write!(f, "{clock:>7.2} {processor:>7.2} ")
    }
}

fn generated(size: usize) {
    let course = course(size);
    let root = course.path();
    let cold = verify(root, &[]);
    let warm = (0..5).map(|_| verify(root, &[]));
    let warm = warm.min_by_key(|cost| cost.clock).unwrap_or_default();
    let changed = root.join("solutions/000_c/001_e0.rs");
    let text = fs::read_to_string(&changed).expect("it is there");
    fs::write(&changed, text.replace("that many", "so many")).expect("it is written");
    let one = verify(root, &[]);
    let parts = (1..=PARTS).map(|part| {
        let part = format!("{part}/{PARTS}");
        verify(root, &["--no-cache", "--partition", &part])
    });
    let dearest = parts.max_by_key(|cost| cost.clock).unwrap_or_default();
    let memory = [cold, warm, one, dearest]
        .iter()
        .map(|cost| cost.memory_kb)
        .max();
    println!(
        "{size:>9} {cold} {warm} {one} {dearest}          {:>4} MB",
        memory.unwrap_or_default() / 1024
    );
}

/// Runs `tutor verify` on a course that has to be sound.
fn verify(root: &Path, words: &[&str]) -> Cost {
    let (cost, code) = measured(
        Command::new(env!("CARGO_BIN_EXE_tutor"))
            .args(["verify", "--trust", "--quiet"])
            .args(words)
            .current_dir(root),
    );
    assert_eq!(
        code,
        Some(0),
        "the course in {} is not sound",
        root.display()
    );
    cost
}

fn measured(command: &mut Command) -> (Cost, Option<i32>) {
    let start = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .stdout(Stdio::null())
        .spawn()
        .expect("it starts");
    let mut cost = Cost::default();
    // One that has ended tells its times until somebody has waited for it, but no memory any more.
    while !has_ended(&child) {
        cost.memory_kb = cost.memory_kb.max(memory_kb(&child));
        thread::sleep(Duration::from_millis(2));
    }
    cost.clock = start.elapsed();
    cost.processor = processor(&child);
    let status = child.wait().expect("it has ended");
    (cost, status.code())
}

fn of_process(child: &Child, file: &str) -> String {
    fs::read_to_string(format!("/proc/{}/{file}", child.id())).unwrap_or_default()
}

/// The fields behind the program's name.
fn stat(child: &Child) -> Vec<String> {
    let stat = of_process(child, "stat");
    let (_, fields) = stat.rsplit_once(") ").unwrap_or_default();
    fields.split(' ').map(str::to_owned).collect()
}

fn has_ended(child: &Child) -> bool {
    stat(child).first().is_none_or(|state| state == "Z")
}

/// Its own and that of its children, in user and system mode.
fn processor(child: &Child) -> Duration {
    let fields = stat(child);
    let ticks = fields
        .iter()
        .skip(11)
        .take(4)
        .filter_map(|ticks| ticks.parse::<u64>().ok());
    Duration::from_millis(ticks.sum::<u64>() * 10)
}

fn memory_kb(child: &Child) -> u64 {
    let status = of_process(child, "status");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().strip_suffix(" kB")?.parse().ok())
        .unwrap_or_default()
}

/// A sound course of so many exercises, 100 to a chapter: a third each to mend, to write, to predict.
fn course(size: usize) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut head = String::from(
        "format_version = 2\nid = 'large'\ntitle = 'Large'\n[build]\nedition = '2024'\n",
    );
    let mut entries = String::new();
    for index in 0..size {
        let chapter = format!("{:03}_c", index / 100);
        if index % 100 == 0 {
            head += &format!("[[chapters]]\ndir = '{chapter}'\ntitle = 'C'\n");
            let card = "# C\n\nAbout sacks.\n\n## New words\n\n- sack: it holds\n\n## Afterwards you can\n\n- carry\n";
            write(&folder, &format!("exercises/{chapter}/README.md"), card);
        }
        let name = format!("{:03}_e{index}", index % 100 + 1);
        let kind = [fix, to_write, predict][index % 3](index);
        entries += &format!(
            "[[exercises]]\ndir = '{chapter}'\nname = '{name}'\nhint = ['a', 'b', 'c']\n{}",
            kind.entry
        );
        write(
            &folder,
            &format!("exercises/{chapter}/{name}.rs"),
            &kind.starter,
        );
        write(
            &folder,
            &format!("solutions/{chapter}/{name}.rs"),
            &kind.solution,
        );
        write(
            &folder,
            &format!("tests/wrong_answers/e{index}/why.rs"),
            &kind.wrong,
        );
    }
    write(&folder, "info.toml", &(head + &entries));
    folder
}

fn write(folder: &TempDir, path: &str, text: &str) {
    let place = folder.path().join(path);
    fs::create_dir_all(place.parent().expect("a folder")).expect("a new folder");
    fs::write(place, text).expect("a new file");
}

/// The texts of one exercise.
struct Texts {
    entry: String,
    starter: String,
    solution: String,
    wrong: String,
}

const GOAL: &str = "//! Sacks\n//! Count what is in the sack.\n\n// TODO: count.\n";
const NOTE: &str = "//! A sack has one owner.\n//! Copies are tempting.\n//! Lending is cheap.\n//! See the book.\n\n";

fn tests(index: usize) -> String {
    format!(
        "\n#[cfg(test)]\nmod tests {{\n    use super::*;\n\n    #[test]\n    fn it_counts() {{\n        \
         assert_eq!(count(\"rye\".to_owned()), {}, \"that many\");\n    }}\n}}\n",
        index + 4
    )
}

fn counted(index: usize) -> String {
    format!(
        "fn count(sack: String) -> usize {{\n    // that many\n    sack.len() + {}\n}}\n",
        index + 1
    )
}

fn too_few(index: usize) -> String {
    format!(
        "//! Nobody counts.\n//! refused: test it_counts\n\nfn count(_sack: String) -> usize {{\n    {index}\n}}\n"
    )
}

fn fix(index: usize) -> Texts {
    let body = format!(
        "fn count(sack: String) -> usize {{\n    let cart = sack;\n    drop(cart);\n    sack.len() + {}\n}}\n",
        index + 1
    );
    Texts {
        entry: "kind = 'fix'\nrefuse = { clone = 'One is enough.' }\nstarts = [{ error = 'E0382', at = 'sack.len()' }]\n".into(),
        starter: format!("{GOAL}{body}{}", tests(index)),
        solution: format!("{NOTE}{}", counted(index)),
        wrong: too_few(index),
    }
}

fn to_write(index: usize) -> Texts {
    let body = "fn count(sack: String) -> usize {\n    todo!(\"{sack}\")\n}\n";
    Texts {
        entry: "kind = 'write'\n".into(),
        starter: format!("{GOAL}{body}{}", tests(index)),
        solution: format!("{NOTE}{}", counted(index)),
        wrong: too_few(index),
    }
}

fn predict(index: usize) -> Texts {
    let body = |first: &str, second: &str| {
        format!(
            "fn main() {{\n    let sack = String::from(\"{index}\");\n    let cart = sack;{first}\n    \
             println!(\"{{sack}} {{cart}}\");{second}\n}}\n"
        )
    };
    Texts {
        entry: "kind = 'predict'\nstarts = [{ error = 'E0382', at = 'println' }]\nchoices = ['E0308', 'E0382', 'E0499']\n".into(),
        starter: format!("{GOAL}{}", body("", "")),
        solution: format!("{NOTE}{}", body("", " //~ E0382")),
        wrong: format!("//! The first.\n//! refused: marks\n\n{}", body(" //~ E0382", "")),
    }
}

/// The same texts, proved by `tutor verify` and looked at by one `cargo test` and one `cargo clippy` each.
fn beside_cargo() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().expect("a temporary folder");
    let info = folder.path().join("info.toml");
    fs::copy(root.join("info.toml"), info).expect("it is copied");
    for top in [
        "exercises",
        "solutions",
        "tests/wrong_answers",
        "tests/right_answers",
    ] {
        for path in tutor::system::files::list_below(&root.join(top)) {
            let text = fs::read(root.join(top).join(&path)).expect("it can be read");
            let place = folder.path().join(top).join(path);
            fs::create_dir_all(place.parent().expect("a folder")).expect("a new folder");
            fs::write(place, text).expect("a new file");
        }
    }
    let ids = BESIDE.map(|(_, name)| &name[3..]);
    let ours = verify(folder.path(), &ids);
    let package = tempfile::tempdir().expect("a temporary folder");
    let bins = package_of(root, &package);
    // Whatever is built once for all is not counted.
    cargo(&package, "test", &bins[0]);
    cargo(&package, "clippy", &bins[0]);
    fs::remove_dir_all(package.path().join("target")).expect("it is removed");
    let mut theirs = Cost::default();
    for bin in &bins {
        for command in ["test", "clippy"] {
            let cost = cargo(&package, command, bin);
            theirs.clock += cost.clock;
            theirs.processor += cost.processor;
        }
    }
    let times = |ours: Duration, theirs: Duration| theirs.as_secs_f64() / ours.as_secs_f64();
    println!(
        "{} exercises of the course, {} texts: starters, solutions, answers",
        ids.len(),
        bins.len()
    );
    println!("  cargo test + cargo clippy for each  {theirs}");
    println!("  tutor verify, cold                  {ours}");
    println!(
        "  times as fast: {:.1} by the clock, {:.1} by the processor",
        times(ours.clock, theirs.clock),
        times(ours.processor, theirs.processor)
    );
}

/// A package with a program for each text, its tests in it; their names.
fn package_of(root: &Path, package: &TempDir) -> Vec<String> {
    write(
        package,
        "Cargo.toml",
        "[package]\nname = 'beside'\nedition = '2024'\n[lints.rust]\ndead_code = 'allow'\n",
    );
    let mut bins = Vec::new();
    for (chapter, name) in BESIDE {
        let starter = read(&root.join(format!("exercises/{chapter}/{name}.rs")));
        let tests = starter.find("#[cfg(test)]").expect("it has tests");
        let (_, tests) = starter.split_at(tests);
        let solution = read(&root.join(format!("solutions/{chapter}/{name}.rs")));
        let mut texts = vec![starter.clone(), format!("{solution}\n{tests}")];
        for top in ["tests/wrong_answers", "tests/right_answers"] {
            let answers = root.join(top).join(&name[3..]);
            for path in tutor::system::files::list_below(&answers) {
                texts.push(format!("{}\n{tests}", read(&answers.join(path))));
            }
        }
        for (number, text) in texts.into_iter().enumerate() {
            let bin = format!("{}_{number}", &name[3..]);
            let text = match text.contains("fn main()") {
                true => text,
                false => format!("{text}\nfn main() {{}}\n"),
            };
            write(package, &format!("src/bin/{bin}.rs"), &text);
            bins.push(bin);
        }
    }
    bins
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}

/// What is refused, or fails, has been looked at too.
fn cargo(package: &TempDir, command: &str, bin: &str) -> Cost {
    let (cost, _) = measured(
        Command::new(env!("CARGO"))
            .args([command, "--offline", "--quiet", "--bin", bin])
            .args((command == "clippy").then_some("--tests"))
            .current_dir(package.path())
            .env_remove("CARGO_TARGET_DIR"),
    );
    cost
}
