//! Kinds whose answer is a program that compiles and passes its locked tests: `fix`, `write` and their relatives.

use std::collections::BTreeSet;
use std::time::Duration;

use crate::check::job::{End, Ended};
use crate::check::judge::compiled::{self, Subject};
use crate::check::judge::{self, file, output, tests_run};
use crate::check::plan::{self, Driver, Emit, Shape};
use crate::check::report::{self, Report};
use crate::check::source::rules;
use crate::check::source::splice::{MAIN, Probe, Spliced, TestsChanged, splice, unspliced};
use crate::check::source::{Source, tests_module};
use crate::check::verdict::{
    Checked, Crash, Evidence, FileTrouble, Notice, Printed, Reason, Stream, TestState, TokenMiss,
    TokenMissKind,
};
use crate::course::model::{Demand, Exercise, Format, Kind, Profile, TokenRule};
use crate::system::process::Cancel;
use crate::system::scratch::{Scratch, nonce};

use super::compiler::{Compiled, Order};
use super::run::{self, Program};
use super::{Answer, Engine, Step, compiler};

/// One check on its way: what is known before the compiler is asked.
struct Attempt<'a> {
    engine: &'a Engine,
    exercise: &'a Exercise,
    cancel: &'a Cancel,
    learner: Source,
    spliced: Spliced,
    scratch: Scratch,
    nonce: String,
    /// The exercise's own files, as the compiler names them.
    own_files: BTreeSet<String>,
    /// The tests could not be put in, so that nothing is proved by a clean compilation.
    torn: Option<FileTrouble>,
}

pub(super) fn check(engine: &Engine, answer: &Answer<'_>, cancel: &Cancel) -> Step<Checked> {
    let attempt = Attempt::prepare(engine, answer, cancel)?;
    let mut evidence = Evidence {
        notices: attempt.notices(),
        ..Evidence::default()
    };
    let mut reasons = Vec::new();
    for profile in attempt.profiles() {
        reasons.extend(attempt.one_profile(profile, &mut evidence)?);
        if !reasons.is_empty() {
            break;
        }
    }
    attempt.program_output(&mut reasons, &mut evidence)?;
    Ok(Checked {
        verdict: judge::verdict(reasons),
        evidence,
    })
}

impl<'a> Attempt<'a> {
    fn prepare(
        engine: &'a Engine,
        answer: &'a Answer<'a>,
        cancel: &'a Cancel,
    ) -> Step<Attempt<'a>> {
        let learner = Source::new(super::text_of(answer)?);
        let exercise = answer.exercise;
        let starter = match engine.format {
            Format::Tutor => Source::new(&*answer.starter),
            // In rustlings' format the tests are the learner's own.
            Format::Rustlings => learner.clone(),
        };
        smuggled_crate(&learner, &starter)?;
        let scratch =
            Scratch::new(&engine.folder).map_err(|e| compiler::no_space(&engine.folder, &e))?;
        let nonce = nonce();
        let probe = Probe {
            nonce: nonce.clone(),
            report: scratch.report_path().to_string_lossy().into_owned(),
            spends: !exercise.budget.is_empty() && engine.crates.support.is_some(),
            main: true,
            support: mentions_support(&starter) && engine.crates.support.is_some(),
        };
        let torn = unbalanced(&learner, exercise.main_file());
        let spliced = torn
            .is_none()
            .then(|| splice(&learner, &starter, &probe))
            .flatten();
        let spliced = spliced.unwrap_or_else(|| unspliced(&learner));
        let own_files = answer.files.iter().map(|file| file.path.clone()).collect();
        let attempt = Attempt {
            engine,
            exercise,
            cancel,
            learner,
            spliced,
            scratch,
            nonce,
            own_files,
            torn,
        };
        attempt.write(answer)?;
        Ok(attempt)
    }

    fn write(&self, answer: &Answer<'_>) -> Step<()> {
        let failed = |error| compiler::no_space(&self.engine.folder, &error);
        self.scratch
            .write(self.file(), &self.spliced.text)
            .map_err(failed)?;
        for other in answer.files.iter().skip(1) {
            let text = file::readable(other.bytes.as_deref().unwrap_or_default(), &other.path)
                .map_err(|trouble| Box::new(judge::only(Reason::File(trouble))))?;
            self.scratch.write(&other.path, &text).map_err(failed)?;
        }
        Ok(())
    }

    fn file(&self) -> &'a str {
        self.exercise.main_file()
    }

    fn profiles(&self) -> Vec<Profile> {
        if self.exercise.profiles.is_empty() {
            vec![Profile::Debug]
        } else {
            self.exercise.profiles.clone()
        }
    }

    fn notices(&self) -> Vec<Notice> {
        let mut notices = Vec::new();
        match self.spliced.tests_changed {
            TestsChanged::No => {}
            TestsChanged::Edited => notices.push(Notice::TestsRestored { deleted: false }),
            TestsChanged::Deleted => notices.push(Notice::TestsRestored { deleted: true }),
        }
        if self.engine.tools.clippy.is_none() {
            notices.push(Notice::NoClippy);
        }
        notices
    }

    fn has_tests(&self) -> bool {
        !self.spliced.required.is_empty()
    }

    /// Compiles and runs the tests once; the reasons against it.
    fn one_profile(&self, profile: Profile, evidence: &mut Evidence) -> Step<Vec<Reason>> {
        let shape = if self.has_tests() {
            Shape::Test
        } else {
            Shape::Program
        };
        let compiled = self.compile(profile, shape)?;
        evidence.warnings = self.clean(&compiled, evidence)?;
        self.reads_only_its_own(&compiled)?;
        let mut reasons = self.broken_rules(evidence);
        if self.has_tests() {
            reasons.extend(self.run_tests(&compiled, evidence)?);
        } else {
            reasons.extend(self.run_program(&compiled, evidence)?);
        }
        reasons.extend(self.lints(evidence));
        Ok(reasons)
    }

    fn compile(&self, profile: Profile, shape: Shape) -> Step<Compiled> {
        let order = Order {
            scratch: &self.scratch,
            source: self.file(),
            crate_name: &self.exercise.id,
            driver: driver_for(self.exercise.kind),
            shape,
            emit: Emit::Link,
            profile,
            force_warn: &self.force_warn(),
            cfg: &[],
            externs: &[("tutor_probe".to_owned(), self.engine.crates.probe.clone())],
        };
        self.engine.compile(&order, self.cancel)
    }

    /// In our own format these count whatever the text allows.
    fn force_warn(&self) -> Vec<String> {
        let mut lints = self.exercise.deny.clone();
        if self.engine.format == Format::Tutor {
            lints.push("unsafe_code".to_owned());
        }
        lints
    }

    /// The warnings of a clean compilation; any other one ends the check.
    fn clean(
        &self,
        compiled: &Compiled,
        evidence: &Evidence,
    ) -> Step<Vec<crate::check::diagnostic::Diagnostic>> {
        let starts = self.exercise.starts.as_deref().unwrap_or_default();
        let subject = Subject {
            learner: &self.learner,
            spliced: &self.spliced,
            file: self.file(),
            starts,
        };
        match compiled::judge(subject, &compiled.ended, compiled.messages.clone()) {
            compiled::Compiled::Clean { warnings } => match &self.torn {
                None => Ok(warnings),
                Some(trouble) => Err(Box::new(judge::only(Reason::File(trouble.clone())))),
            },
            compiled::Compiled::Refused {
                reasons,
                errors,
                warnings,
            } => {
                let evidence = Evidence {
                    errors,
                    warnings,
                    ..evidence.clone()
                };
                Err(Box::new(Checked {
                    verdict: judge::verdict(reasons),
                    evidence,
                }))
            }
            compiled::Compiled::Broken(fault) => Err(Box::new(judge::broken(fault))),
            compiled::Compiled::Cancelled => Err(Box::new(compiler::cancelled())),
        }
    }

    /// `include!` and `#[path]` of other files are caught here, through macros too.
    fn reads_only_its_own(&self, compiled: &Compiled) -> Step<()> {
        let config = self.engine.folder.join(compiler::LINT_CONFIG);
        let is_own = |path: &String| {
            self.own_files.contains(&path.replace('\\', "/"))
                || std::path::Path::new(path) == config
        };
        match compiled.read.iter().find(|path| !is_own(path)) {
            None => Ok(()),
            Some(path) => Err(Box::new(judge::only(Reason::ReadsOther {
                path: path.clone(),
            }))),
        }
    }

    fn broken_rules(&self, evidence: &Evidence) -> Vec<Reason> {
        let tests = tests_module::find(&self.learner).map(|module| module.whole);
        let misses = rules::broken_rules(&self.learner, &self.exercise.rules, tests);
        let mut reasons: Vec<Reason> = misses.into_iter().map(Reason::Token).collect();
        if !self.exercise.unsafe_allowed {
            reasons.extend(self.unsafe_code(evidence).map(Reason::Token));
        }
        reasons
    }

    fn unsafe_code(&self, evidence: &Evidence) -> Option<TokenMiss> {
        let warning = evidence
            .warnings
            .iter()
            .find(|w| w.code.as_deref() == Some("unsafe_code"))?;
        let span = warning.spans.iter().find(|span| span.primary)?;
        let line = compiled::line_of(warning, self.file());
        Some(TokenMiss {
            tokens: "unsafe".into(),
            why: "With `unsafe` you promise what the compiler could have proved. This exercise can be done without.".into(),
            kind: TokenMissKind::Unsafe {
                line,
                column: span.column_start,
                source: self.learner.line(line).to_owned(),
            },
        })
    }

    fn lints(&self, evidence: &Evidence) -> Vec<Reason> {
        let strict = self.exercise.v1.is_some_and(|v1| v1.strict_clippy);
        let counts = |code: &Option<String>| {
            code.as_ref()
                .is_some_and(|code| strict || self.exercise.deny.contains(code))
        };
        let found = evidence
            .warnings
            .iter()
            .filter(|warning| counts(&warning.code));
        found
            .map(|warning| Reason::Lint {
                lint: warning.code.clone().unwrap_or_default(),
                line: compiled::line_of(warning, self.file()),
                diagnostic: warning.clone(),
            })
            .collect()
    }

    fn limit(&self) -> Duration {
        Duration::from_secs(self.exercise.timeout_s)
    }

    fn run(
        &self,
        path: &std::path::Path,
        args: Vec<std::ffi::OsString>,
        stdin: Option<Vec<u8>>,
    ) -> Step<Ended> {
        let program = Program {
            path,
            args,
            stdin,
            timeout: self.limit(),
        };
        self.engine.run(&self.scratch, program, self.cancel)
    }

    fn report(&self) -> Report {
        Report::parse(&self.scratch.report(), &self.nonce)
    }

    fn run_tests(&self, compiled: &Compiled, evidence: &mut Evidence) -> Step<Vec<Reason>> {
        let names = self.spliced.required.iter().map(|test| test.name.as_str());
        let ended = self.run(
            &compiled.artifact,
            plan::test_args(&self.spliced.module, names),
            None,
        )?;
        let report = self.report();
        let facts = tests_run::Facts {
            ended: &ended,
            report: &report,
            nonce: &self.nonce,
            limit: self.limit(),
            file: self.file(),
        };
        let judged = tests_run::judge(&self.spliced, facts);
        if let Some(fault) = judged.fault {
            return Err(Box::new(judge::broken(fault)));
        }
        note_left(&ended, evidence);
        evidence.tests = judged.tests;
        let mut reasons = judged.reasons;
        if reasons.is_empty() {
            reasons.extend(self.over_budget(&report));
        }
        Ok(reasons)
    }

    fn over_budget(&self, report: &Report) -> Vec<Reason> {
        let mut reasons = Vec::new();
        for (what, allowed) in &self.exercise.budget {
            let spent = report
                .tests
                .iter()
                .filter_map(|(test, ran)| Some((test, *ran.spent.get(what)?)));
            if let Some((test, used)) = spent
                .max_by_key(|(_, used)| *used)
                .filter(|(_, used)| used > allowed)
            {
                reasons.push(Reason::Budget {
                    what: what.clone(),
                    test: test.clone(),
                    used,
                    allowed: *allowed,
                });
            }
        }
        reasons
    }

    /// An exercise without tests: the program itself is run.
    fn run_program(&self, compiled: &Compiled, evidence: &mut Evidence) -> Step<Vec<Reason>> {
        let runs = &self.exercise.runs;
        if runs.is_empty() {
            return self.one_run(compiled, &Default::default(), evidence);
        }
        for run in runs {
            let reasons = self.one_run(compiled, run, evidence)?;
            if !reasons.is_empty() {
                return Ok(reasons);
            }
        }
        Ok(Vec::new())
    }

    fn one_run(
        &self,
        compiled: &Compiled,
        wanted: &crate::course::model::ProgramRun,
        evidence: &mut Evidence,
    ) -> Step<Vec<Reason>> {
        let args = wanted.args.iter().map(std::ffi::OsString::from).collect();
        let stdin = (!wanted.stdin.is_empty()).then(|| wanted.stdin.clone().into_bytes());
        let ended = self.run(&compiled.artifact, args, stdin)?;
        note_left(&ended, evidence);
        let printed = report::printed_whole(&ended.stdout);
        evidence.printed = Some(printed.clone());
        if let Some(reason) = self.ended_badly(&ended, wanted.exit, &printed) {
            return Ok(vec![reason]);
        }
        let out = wanted
            .prints
            .as_deref()
            .and_then(|text| output::compare(&printed, text, Stream::Out));
        let err = wanted.stderr.as_deref();
        let err = err.and_then(|text| {
            output::compare(&report::printed_whole(&ended.stderr), text, Stream::Err)
        });
        Ok(out.or(err).map(Reason::Output).into_iter().collect())
    }

    fn ended_badly(&self, ended: &Ended, wanted: i32, printed: &Printed) -> Option<Reason> {
        run::ended_badly(ended, wanted, self.limit(), printed, self.file())
    }

    /// What `main` prints: compared where the course says what, shown where the tests fail.
    fn program_output(&self, reasons: &mut Vec<Reason>, evidence: &mut Evidence) -> Step<()> {
        let has_main = self.spliced.text.contains(MAIN);
        if !self.has_tests() || !has_main {
            return Ok(());
        }
        let wanted = &self.exercise.runs;
        let simple = wanted.iter().all(|run| {
            run.args.is_empty() && run.stdin.is_empty() && run.exit == 0 && run.stderr.is_none()
        });
        let failing = evidence
            .tests
            .iter()
            .any(|test| test.state == TestState::Failed);
        let v1 = self.engine.format == Format::Rustlings;
        if simple && (failing || v1 || !wanted.is_empty()) {
            self.main_as_test(reasons, evidence)?;
        }
        if !simple && reasons.is_empty() {
            let compiled = self.compile(Profile::Debug, Shape::Program)?;
            if compiled.is_clean() {
                reasons.extend(self.run_program(&compiled, evidence)?);
            }
        }
        Ok(())
    }

    fn main_as_test(&self, reasons: &mut Vec<Reason>, evidence: &mut Evidence) -> Step<()> {
        let program = self.scratch.out().join(&self.exercise.id);
        let ended = self.run(
            &program,
            plan::test_args(&self.spliced.module, [MAIN].into_iter()),
            None,
        )?;
        let printed = report::printed_by_test(&ended.stdout, &self.nonce)
            .remove(MAIN)
            .unwrap_or_default();
        evidence.printed = Some(printed.clone());
        if !reasons.is_empty() {
            return Ok(());
        }
        let report = self.report();
        let main = report.tests.get(MAIN);
        match main {
            Some(ran) if ran.ended && ended.end == End::Exited(0) => {}
            Some(ran) if ran.panicked => {
                let message = ran.message();
                let line = message
                    .filter(|m| m.file.ends_with(self.file()))
                    .map(|m| m.line);
                let message = message.map(|m| m.text.clone()).unwrap_or_default();
                reasons.push(Reason::Crashed {
                    how: Crash::Panic { message, line },
                    printed: printed.clone(),
                });
            }
            _ => reasons.extend(self.ended_badly(&ended, 0, &printed).or_else(|| {
                Some(Reason::Crashed {
                    how: Crash::Exit {
                        code: 0,
                        expected: 0,
                    },
                    printed: printed.clone(),
                })
            })),
        }
        let wanted = self
            .exercise
            .runs
            .iter()
            .filter_map(|run| run.prints.as_deref());
        reasons.extend(
            wanted
                .filter_map(|text| output::compare(&printed, text, Stream::Out))
                .map(Reason::Output),
        );
        Ok(())
    }
}

/// Clippy's driver changes how often a program allocates.
fn driver_for(kind: Kind) -> Driver {
    if kind == Kind::Measure {
        Driver::Rustc
    } else {
        Driver::Clippy
    }
}

/// The first opening without its end.
fn unbalanced(learner: &Source, path: &str) -> Option<FileTrouble> {
    let token = learner.imbalance()?;
    let what = learner
        .slice(token)
        .chars()
        .take(2)
        .collect::<String>()
        .trim()
        .to_owned();
    Some(FileTrouble::Unbalanced {
        path: path.to_owned(),
        line: learner.line_of(token.start),
        what,
    })
}

fn note_left(ended: &Ended, evidence: &mut Evidence) {
    if ended.left_processes && !evidence.notices.contains(&Notice::ProcessesLeft) {
        evidence.notices.push(Notice::ProcessesLeft);
    }
}

fn mentions_support(starter: &Source) -> bool {
    starter
        .code()
        .any(|token| starter.slice(token) == "support")
}

/// `extern crate self as std;` would put other macros in the place of the tests' own.
fn smuggled_crate(learner: &Source, starter: &Source) -> Step<()> {
    let all = |source: &Source| {
        rules::places(source, "extern crate", &(0..source.text().len()), None).len()
    };
    let rule = TokenRule {
        tokens: "extern crate".into(),
        demand: Demand::AtMost(all(starter)),
        within: None,
        why: "It could put something else in the place of the standard library. No exercise needs it.".into(),
    };
    match rules::broken_rules(learner, &[rule], None).pop() {
        None => Ok(()),
        Some(miss) => Err(Box::new(judge::only(Reason::Token(miss)))),
    }
}
