//! From what is wanted to the exact command line: pure, so that it can be read and tested.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::job::{Job, Limits};
use crate::course::model::{Build, Level, Profile};

/// The compilers and crates that a check may use, found and built by `system` and `engine`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tools {
    pub rustc: PathBuf,
    /// Absent where the component is not installed; then rustc serves, visibly.
    pub clippy: Option<PathBuf>,
    pub sysroot: PathBuf,
    /// All of the environment that a child gets.
    pub env: Vec<(OsString, OsString)>,
    /// `rustc -vV`, part of every cached verdict.
    pub version: String,
    /// Builds the crates of others; absent where it is not installed.
    pub cargo: Option<Cargo>,
}

/// The one tool that may use the network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cargo {
    pub program: PathBuf,
    /// For what it builds: `x86_64-unknown-linux-gnu`.
    pub host: String,
    /// What it gets beside [`Tools::env`]: its own folder, and the way to the network.
    pub env: Vec<(OsString, OsString)>,
}

/// One call of the compiler.
#[derive(Debug, Clone, PartialEq)]
pub struct Compile<'a> {
    pub driver: Driver,
    /// Relative to `cwd`, as diagnostics are to name it.
    pub source: &'a str,
    pub cwd: &'a Path,
    pub crate_name: &'a str,
    pub shape: Shape,
    pub emit: Emit,
    /// Where outputs go; absolute.
    pub out: &'a Path,
    pub profile: Profile,
    pub build: &'a Build,
    /// Lints that are made warnings whatever the text says.
    pub force_warn: &'a [String],
    /// `mutant="k"`
    pub cfg: &'a [String],
    pub externs: &'a [(String, PathBuf)],
    /// Folders with the compiled dependencies of the externs.
    pub search: &'a [PathBuf],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Driver {
    Rustc,
    /// rustc with clippy's lints; rustc alone where clippy is missing.
    Clippy,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Test,
    Program,
    Library,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Emit {
    /// Errors alone, borrow errors included.
    Metadata,
    /// Also what constant evaluation finds after that.
    Mir,
    Link,
    /// Metadata beside linkable code, for programs that use the library.
    MetadataAndLink,
}

/// Behind the name of a program of tests: it lies beside the program itself.
const TESTS: &str = "-tests";

/// The name of the linked program or library below [`Compile::out`].
pub fn artifact(compile: &Compile<'_>) -> PathBuf {
    let name = compile.crate_name;
    let exe = if cfg!(windows) { ".exe" } else { "" };
    compile.out.join(match (compile.shape, compile.emit) {
        (Shape::Library, Emit::Metadata) => format!("lib{name}.rmeta"),
        (Shape::Library, _) => format!("lib{name}.rlib"),
        (Shape::Test, _) => format!("{name}{TESTS}{exe}"),
        (Shape::Program, _) => format!("{name}{exe}"),
    })
}

/// The job that compiles.
pub fn compile(tools: &Tools, compile: &Compile<'_>) -> Job {
    let clippy = tools
        .clippy
        .as_ref()
        .filter(|_| compile.driver == Driver::Clippy);
    Job {
        program: clippy.unwrap_or(&tools.rustc).clone(),
        args: args(tools, compile, clippy.is_some()),
        env: tools.env.clone(),
        cwd: compile.cwd.to_owned(),
        stdin: None,
        limits: compile_limits(),
    }
}

fn args(tools: &Tools, compile: &Compile<'_>, clippy: bool) -> Vec<OsString> {
    let mut args = Args::default();
    args.pair("--sysroot", &tools.sysroot);
    args.pair("--crate-name", compile.crate_name);
    args.pair("--edition", &compile.build.edition);
    args.all(match compile.shape {
        Shape::Test => &["--test"],
        Shape::Program => &["--crate-type", "bin"],
        Shape::Library => &["--crate-type", "lib"],
    });
    if compile.shape == Shape::Test {
        args.pair("-C", format!("extra-filename={TESTS}"));
    }
    args.all(&["--error-format=json", "--diagnostic-width=80"]);
    args.all(&[
        "-C",
        "prefer-dynamic",
        "-C",
        "rpath",
        "-C",
        "strip=debuginfo",
        "-C",
        "embed-bitcode=no",
    ]);
    if compile.profile == Profile::Release {
        args.all(&[
            "-C",
            "opt-level=3",
            "-C",
            "overflow-checks=off",
            "-C",
            "debug-assertions=off",
        ]);
    }
    args.lints(compile, clippy);
    for cfg in compile.cfg {
        args.pair("--cfg", cfg);
    }
    args.pair("--check-cfg", "cfg(mutant, values(any()))");
    for (name, path) in compile.externs {
        let mut value = OsString::from(format!("{name}="));
        value.push(path);
        args.pair("--extern", value);
    }
    for folder in compile.search {
        let mut value = OsString::from("dependency=");
        value.push(folder);
        args.pair("-L", value);
    }
    args.push(emit(compile));
    args.pair("--out-dir", compile.out);
    args.push(compile.source);
    args.0
}

/// Where the compiler lists every file that it has read.
pub fn dep_info(compile: &Compile<'_>) -> PathBuf {
    compile.out.join(format!("{}.d", compile.crate_name))
}

fn emit(compile: &Compile<'_>) -> OsString {
    let mut text = OsString::from("--emit=dep-info=");
    text.push(dep_info(compile));
    text.push(match compile.emit {
        Emit::Metadata => ",metadata",
        Emit::Mir => ",mir",
        Emit::Link => ",link",
        Emit::MetadataAndLink => ",metadata,link",
    });
    text
}

#[derive(Default)]
struct Args(Vec<OsString>);

impl Args {
    fn push(&mut self, arg: impl Into<OsString>) {
        self.0.push(arg.into());
    }

    fn pair(&mut self, flag: &str, value: impl Into<OsString>) {
        self.0.push(flag.into());
        self.0.push(value.into());
    }

    fn all(&mut self, args: &[&str]) {
        self.0.extend(args.iter().map(OsString::from));
    }

    /// The course's levels in their order, then those that count in spite of any `allow`.
    fn lints(&mut self, compile: &Compile<'_>, clippy: bool) {
        if clippy {
            self.all(&["-W", "clippy::all"]);
        }
        let known = |lint: &str| clippy || !lint.starts_with("clippy::");
        for entry in compile
            .build
            .lints
            .iter()
            .filter(|entry| known(&entry.lint))
        {
            let flag = match entry.level {
                Level::Allow => "-A",
                Level::Warn => "-W",
                Level::Deny => "-D",
                Level::Forbid => "-F",
            };
            self.pair(flag, &entry.lint);
        }
        for lint in compile.force_warn.iter().filter(|lint| known(lint)) {
            self.pair("--force-warn", lint);
        }
    }
}

/// Below 2 GiB of address space rustc fails with errors that are none.
fn compile_limits() -> Limits {
    Limits {
        wall: Duration::from_secs(60),
        cpu_s: 90,
        memory: 6 << 30,
        file_size: 1 << 30,
        // One error is one line, and may show a long line of the text many times.
        keep_head: 16 << 20,
        keep_tail: 64 << 10,
        flood: 32 << 20,
    }
}

/// A run of what was compiled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run<'a> {
    pub program: &'a Path,
    /// An empty folder of its own.
    pub cwd: &'a Path,
    pub args: Vec<OsString>,
    pub stdin: Option<Vec<u8>>,
    pub timeout: Duration,
}

/// The job that runs a program of the learner's.
pub fn run(tools: &Tools, run: Run<'_>) -> Job {
    Job {
        program: run.program.to_owned(),
        args: run.args,
        env: tools.env.clone(),
        cwd: run.cwd.to_owned(),
        stdin: run.stdin,
        limits: Limits {
            wall: run.timeout,
            cpu_s: run.timeout.as_secs() + 10,
            memory: 2 << 30,
            file_size: 64 << 20,
            keep_head: 256 << 10,
            keep_tail: 64 << 10,
            flood: 16 << 20,
        },
    }
}

/// The harness's arguments for exactly these tests, one after the other, nothing captured.
pub fn test_args<'a>(module: &str, names: impl Iterator<Item = &'a str>) -> Vec<OsString> {
    let mut args: Vec<OsString> = [
        "--test-threads=1",
        "--nocapture",
        "--color=never",
        "--exact",
    ]
    .iter()
    .map(OsString::from)
    .collect();
    args.extend(names.map(|name| OsString::from(format!("{module}::{name}"))));
    args
}

/// The files that a compilation has read, from its dep-info: relative ones as the compiler was told of them.
pub fn files_read(dep_info: &str) -> Vec<String> {
    let rule = dep_info
        .lines()
        .find(|line| line.contains(".d: ") || line.contains(": "));
    let Some((_, files)) = rule.and_then(|line| line.split_once(": ")) else {
        return Vec::new();
    };
    let mut found = vec![String::new()];
    let mut chars = files.chars();
    while let Some(c) = chars.next() {
        let Some(last) = found.last_mut() else { break };
        match c {
            '\\' => last.extend(chars.next()),
            ' ' => found.push(String::new()),
            c => last.push(c),
        }
    }
    found.retain(|file| !file.is_empty());
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_with_blanks_in_their_names_are_read_right() {
        let text = "/out/a.d: exercises/a.rs /tmp/my\\ file.rs\n\nexercises/a.rs:\n";
        assert_eq!(files_read(text), ["exercises/a.rs", "/tmp/my file.rs"]);
        assert!(files_read("").is_empty());
    }

    #[test]
    fn the_harness_is_given_exact_names() {
        let args = test_args("tests", ["a", "inner::b"].into_iter());
        assert_eq!(
            args[4..],
            [
                OsString::from("tests::a"),
                OsString::from("tests::inner::b")
            ]
        );
    }

    fn tools() -> Tools {
        Tools {
            rustc: "/rust/bin/rustc".into(),
            clippy: None,
            sysroot: "/rust".into(),
            env: vec![("LANG".into(), "C".into())],
            version: "rustc 1.95.0".into(),
            cargo: None,
        }
    }

    /// What design and promises say of a program of the learner's: it may not fill the memory, the disk or the screen.
    #[test]
    fn a_run_has_the_limits_that_are_promised() {
        let run = Run {
            program: Path::new("/scratch/out/a"),
            cwd: Path::new("/scratch/run"),
            args: Vec::new(),
            stdin: None,
            timeout: Duration::from_secs(10),
        };
        let job = super::run(&tools(), run);
        let wanted = Limits {
            wall: Duration::from_secs(10),
            cpu_s: 20,
            memory: 2 * 1024 * 1024 * 1024,
            file_size: 64 * 1024 * 1024,
            keep_head: 256 * 1024,
            keep_tail: 64 * 1024,
            flood: 16 * 1024 * 1024,
        };
        assert_eq!(job.limits, wanted);
        assert_eq!(
            job.cwd,
            Path::new("/scratch/run"),
            "where nothing of anybody's lies"
        );
        assert_eq!((job.stdin, job.env), (None, tools().env));
    }

    fn plan(shape: Shape) -> (PathBuf, Job) {
        let order = Compile {
            driver: Driver::Rustc,
            source: "a.rs",
            cwd: Path::new("/scratch/src"),
            crate_name: "a",
            shape,
            emit: Emit::Link,
            out: Path::new("/scratch/out"),
            profile: Profile::Debug,
            build: &Build::default(),
            force_warn: &[],
            cfg: &[],
            externs: &[],
            search: &[],
        };
        (artifact(&order), compile(&tools(), &order))
    }

    #[test]
    fn a_compilation_has_the_limits_that_are_promised() {
        let limits = plan(Shape::Program).1.limits;
        assert_eq!(limits.wall, Duration::from_secs(60));
        assert_eq!(limits.memory, 6 * 1024 * 1024 * 1024);
    }

    #[test]
    fn a_program_and_its_tests_lie_beside_each_other() {
        let (tests, job) = plan(Shape::Test);
        assert_ne!(tests, plan(Shape::Program).0);
        assert!(
            job.args.contains(&"extra-filename=-tests".into()),
            "{job:?}"
        );
    }
}
