//! What a check costs beside the bare compiler, side by side: the same file, the same flags, one after the other.
//!
//! `cargo bench --bench check`. Each pair is run alternately, and the medians are compared; a machine that is busy is
//! busy for both.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "it measures and prints"
)]

#[path = "common/bare.rs"]
mod bare;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use bare::{median, ms, quiet, text, time};
use tempfile::TempDir;
use tutor::check::plan::Tools;
use tutor::course::model::{At, Build, Demand, Exercise, Format, Kind, Place, Start, TokenRule};
use tutor::engine::{Answer, AnswerFile, Engine, Setup};
use tutor::system::process::Cancel;
use tutor::system::toolchain;

const ROUNDS: usize = 40;

fn main() {
    let bench = Bench::new();
    println!(
        "{ROUNDS} rounds each, medians; the compiler alone, tutor's check, and how many times as long\n"
    );
    bench.passing_tests();
    bench.refused();
    bench.predict();
    bench.guard();
}

struct Bench {
    tools: Tools,
    engine: Engine,
    folder: TempDir,
}

impl Bench {
    fn new() -> Bench {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let found = toolchain::find(&|name| std::env::var_os(name), Path::new("."));
        let tools = found
            .unwrap_or_else(|fault| panic!("{}", fault.what))
            .tools(folder.path());
        let build = Build {
            edition: bare::EDITION.into(),
            ..Build::default()
        };
        let setup = Setup {
            tools: tools.clone(),
            build,
            format: Format::Tutor,
            support: None,
            brought: Default::default(),
            folder: folder.path().to_owned(),
        };
        let engine =
            Engine::new(setup, &Cancel::new()).unwrap_or_else(|fault| panic!("{}", fault.what));
        Bench {
            tools,
            engine,
            folder,
        }
    }

    /// One `clippy-driver --test`, linked, and one run of what it made.
    fn passing_tests(&self) {
        let starter = read("exercises/03_ownership/02_handed_over.rs");
        let solution = read("solutions/03_ownership/02_handed_over.rs");
        let tests = &starter[starter.find("#[cfg(test)]").expect("tests")..];
        let source = self.put("bare_pass.rs", &format!("{solution}\n{tests}"));
        let program = self.folder.path().join("bare_pass");
        self.compare(
            "a passing `fix`",
            || {
                self.clippy(
                    &source,
                    &[
                        "--test",
                        "-C",
                        "prefer-dynamic",
                        "-C",
                        "rpath",
                        "-C",
                        "strip=debuginfo",
                        "-o",
                        text(&program),
                    ],
                );
                quiet(Command::new(&program));
            },
            || {
                self.check(
                    Kind::Fix,
                    "handed_over",
                    "03_ownership/02_handed_over",
                    &starter,
                    &solution,
                    true,
                )
            },
        );
    }

    /// The same without linking: the compiler says no.
    fn refused(&self) {
        let starter = read("exercises/03_ownership/02_handed_over.rs");
        let source = self.put("bare_refused.rs", &starter);
        let program = self.folder.path().join("bare_refused");
        self.compare(
            "a refused `fix`",
            || {
                self.clippy(
                    &source,
                    &["--test", "-C", "prefer-dynamic", "-o", text(&program)],
                );
            },
            || {
                self.check(
                    Kind::Fix,
                    "handed_over",
                    "03_ownership/02_handed_over",
                    &starter,
                    &starter,
                    false,
                )
            },
        );
    }

    /// One `rustc --emit=metadata`.
    fn predict(&self) {
        let starter = read("exercises/04_borrowing/02_readers_and_a_writer.rs");
        let solution = read("solutions/04_borrowing/02_readers_and_a_writer.rs");
        let source = self.put("bare_predict.rs", &starter);
        let out = self.folder.path().join("bare_predict.rmeta");
        let id = "readers_and_a_writer";
        self.compare(
            "a `predict`",
            || {
                self.rustc(&source, &["--emit=metadata", "-o", text(&out)]);
            },
            || {
                self.check(
                    Kind::Predict,
                    id,
                    "04_borrowing/02_readers_and_a_writer",
                    &starter,
                    &solution,
                    true,
                )
            },
        );
    }

    /// One library and one linked program, against a check with six examples.
    fn guard(&self) {
        let (starter, solution) = six_examples();
        let library = self.put("bare_guard.rs", &solution);
        let rlib = self.folder.path().join("libbare_guard.rlib");
        let user = self.put(
            "bare_user.rs",
            "fn main() { assert_eq!(bare_guard::Voucher::issue(9).redeem(), 9); }",
        );
        let program = self.folder.path().join("bare_user");
        let dependency = format!("bare_guard={}", rlib.display());
        self.compare(
            "a `guard` with six examples",
            || {
                self.rustc(
                    &library,
                    &[
                        "--crate-type",
                        "lib",
                        "--emit=metadata,link",
                        "--out-dir",
                        text(self.folder.path()),
                    ],
                );
                self.rustc(
                    &user,
                    &[
                        "--extern",
                        &dependency,
                        "-C",
                        "prefer-dynamic",
                        "-C",
                        "rpath",
                        "-o",
                        text(&program),
                    ],
                );
                quiet(Command::new(&program));
            },
            || {
                self.check(
                    Kind::Guard,
                    "bare_guard",
                    "bare_guard",
                    &starter,
                    &solution,
                    true,
                )
            },
        );
    }

    fn check(&self, kind: Kind, id: &str, file: &str, starter: &str, answer: &str, passes: bool) {
        let exercise = exercise(kind, id, &format!("exercises/{file}.rs"));
        let answer = Answer {
            exercise: &exercise,
            files: vec![AnswerFile {
                path: exercise.files[0].clone(),
                bytes: Some(answer.into()),
            }],
            starter: Arc::from(starter),
            mutants: None,
        };
        let checked = self.engine.check(&answer, &Cancel::new());
        assert_eq!(
            checked.verdict == tutor::check::verdict::Verdict::Passed,
            passes,
            "{:?}",
            checked.verdict
        );
    }

    fn clippy(&self, source: &Path, args: &[&str]) {
        bare::clippy(&self.tools, self.folder.path(), source, args);
    }

    fn rustc(&self, source: &Path, args: &[&str]) {
        bare::rustc(&self.tools, self.folder.path(), source, args);
    }

    fn put(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).expect("a file");
        path
    }

    fn compare(&self, what: &str, bare: impl Fn(), check: impl Fn()) {
        bare();
        check();
        let (mut alone, mut ours) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            alone.push(time(&bare));
            ours.push(time(&check));
        }
        let (alone, ours) = (median(alone), median(ours));
        let times = ours.as_secs_f64() / alone.as_secs_f64();
        println!(
            "{what:<30} {:>7.1} ms {:>7.1} ms   x {times:.2}",
            ms(alone),
            ms(ours)
        );
    }
}

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect(path)
}

fn six_examples() -> (String, String) {
    let block = |title: &str, info: &str, code: &str| {
        format!("//!\n//! {title}:\n//! ```{info}\n//! {code}\n//! ```\n")
    };
    let uses = "let v = bare_guard::Voucher::issue(9);";
    let doc = [
        "//! Vouchers\n//! Once each.\n//!\n//! # Examples\n".to_owned(),
        block(
            "It is redeemed",
            "",
            &format!("{uses} assert_eq!(v.redeem(), 9);"),
        ),
        block(
            "It may be small",
            "",
            "assert_eq!(bare_guard::Voucher::issue(0).redeem(), 0);",
        ),
        block(
            "Not twice",
            "compile_fail,E0382",
            &format!("{uses} v.redeem(); v.redeem();"),
        ),
        block(
            "Not copied",
            "compile_fail,E0599",
            &format!("{uses} let w = v.clone();"),
        ),
        block(
            "Not compared",
            "compile_fail,E0369",
            &format!("{uses} let same = v == bare_guard::Voucher::issue(9);"),
        ),
        block(
            "Not added",
            "compile_fail,E0308",
            "let v: u32 = bare_guard::Voucher::issue(9);",
        ),
    ];
    let code = "\npub struct Voucher {\n    cents: u32,\n}\n\nimpl Voucher {\n    pub fn issue(cents: u32) -> Voucher {\n        Voucher { cents }\n    }\n\n    pub fn redeem(self) -> u32 {\n        self.cents\n    }\n}\n";
    let text = format!("{}{code}", doc.concat());
    (text.clone(), text)
}

fn exercise(kind: Kind, id: &str, file: &str) -> Exercise {
    let clone = TokenRule {
        tokens: "clone".into(),
        demand: Demand::AtMost(0),
        within: None,
        why: "no".into(),
    };
    Exercise {
        id: id.into(),
        name: format!("01_{id}"),
        chapter: 0,
        number: 1,
        kind,
        files: vec![file.into()],
        starts: Some(vec![Start::Error {
            any_of: vec!["E0382".into()],
            at: At::default(),
        }]),
        tolerate: Vec::new(),
        deny: Vec::new(),
        rules: vec![clone],
        runs: Vec::new(),
        expect: None,
        choices: Vec::new(),
        profiles: Vec::new(),
        budget: Default::default(),
        timeout_s: 10,
        unsafe_allowed: false,
        needs: Vec::new(),
        hints: Vec::new(),
        hint_on: Default::default(),
        questions: Vec::new(),
        docs: Vec::new(),
        teaches: Vec::new(),
        builds_on: Vec::new(),
        formerly: Vec::new(),
        points: 1,
        tracks: Vec::new(),
        obvious: false,
        allow: Default::default(),
        v1: None,
        declared: Place {
            path: "info.toml".into(),
            line: 1,
        },
    }
}
