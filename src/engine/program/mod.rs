//! Kinds whose answer is a program that compiles and passes its locked tests: `fix`, `write` and their relatives.

mod budget;
mod main_fn;
pub(super) mod merged;
pub(super) mod repeated;
mod runs;
mod text;

use crate::check::diagnostic::Severity;
use crate::check::judge::compiled::Subject;
use crate::check::judge::{self, file};
use crate::check::plan::{Driver, Emit, Shape};
use crate::check::source::Source;
use crate::check::source::splice::{MAIN, Probe, Spliced, TestsChanged, splice, unspliced};
use crate::check::verdict::{Checked, Evidence, FileTrouble, Notice, Reason};
use crate::course::model::{Exercise, Format, Kind, Profile};
use crate::system::process::Cancel;
use crate::system::scratch::{Scratch, nonce};

use super::compiler::{self, Compiled, Order};
use super::{Answer, Engine, Step, rules};

/// One check on its way: what is known before the compiler is asked.
struct Attempt<'a> {
    engine: &'a Engine,
    answer: &'a Answer<'a>,
    exercise: &'a Exercise,
    cancel: &'a Cancel,
    learner: Source,
    spliced: Spliced,
    scratch: Scratch,
    nonce: String,
    /// The tests could not be put in, so that nothing is proved by a clean compilation.
    torn: Option<FileTrouble>,
}

pub(super) fn check(engine: &Engine, answer: &Answer<'_>, cancel: &Cancel) -> Step<Checked> {
    let attempt = Attempt::prepare(engine, answer, cancel)?;
    let mut evidence = attempt.evidence();
    let mut reasons = Vec::new();
    let mut profiles = attempt.profiles().into_iter().peekable();
    while let Some(profile) = profiles.next() {
        let compiled = attempt.one_profile(profile)?;
        reasons.extend(attempt.judged(&compiled, &mut evidence)?);
        // What `main` prints is looked at once.
        if profiles.peek().is_none() || !reasons.is_empty() {
            attempt.program_output(&compiled, &mut reasons, &mut evidence)?;
            break;
        }
    }
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
        text::smuggled(&learner, &starter, exercise.main_file())?;
        let scratch =
            Scratch::new(&engine.folder).map_err(|e| compiler::no_space(&engine.folder, &e))?;
        let nonce = nonce();
        let probe = Probe {
            spends: !exercise.budget.is_empty() && engine.crates.support.is_some(),
            main: true,
            support: starter.mentions("support") && engine.crates.support.is_some(),
            ..Probe::new(nonce.clone(), &scratch.report_path())
        };
        let torn = file::unbalanced(&learner, exercise.main_file());
        let spliced = torn
            .is_none()
            .then(|| splice(&learner, &starter, &probe))
            .flatten();
        let spliced = spliced.unwrap_or_else(|| unspliced(&learner));
        Ok(Attempt {
            engine,
            answer,
            exercise,
            cancel,
            learner,
            spliced,
            scratch,
            nonce,
            torn,
        })
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

    /// Nothing is known yet but what was done to the tests.
    fn evidence(&self) -> Evidence {
        Evidence {
            notices: self.notices(),
            ..Evidence::default()
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

    fn shape(&self) -> Shape {
        match self.has_tests() {
            true => Shape::Test,
            false => Shape::Program,
        }
    }

    /// The tests, compiled, or what the compiler has to say against it.
    fn one_profile(&self, profile: Profile) -> Step<Compiled> {
        let mut compiled = self.compile(profile, self.shape())?;
        if refuses_our_part(&compiled) {
            // Of a `main` that none of ours can call, the compiler says more when it makes the program itself.
            let program = self.compile(profile, Shape::Program)?;
            if !program.is_clean() {
                compiled = program;
            }
        }
        Ok(compiled)
    }

    /// Everything after the compilation.
    fn rest(&self, compiled: &Compiled) -> Step<Checked> {
        let mut evidence = self.evidence();
        let mut reasons = self.judged(compiled, &mut evidence)?;
        self.program_output(compiled, &mut reasons, &mut evidence)?;
        Ok(Checked {
            verdict: judge::verdict(reasons),
            evidence,
        })
    }

    /// What follows from a compilation: whether it is clean, and then what the tests or the program say.
    fn judged(&self, compiled: &Compiled, evidence: &mut Evidence) -> Step<Vec<Reason>> {
        evidence.warnings = compiler::accepted(self.subject(), compiled, evidence)?;
        if let Some(trouble) = &self.torn {
            return Err(Box::new(judge::only(Reason::File(trouble.clone()))));
        }
        self.engine.reads_only_its_own(self.answer, compiled)?;
        // Whoever has not done the work yet has no use for how it is to be done.
        let mut reasons = if self.has_tests() {
            self.run_tests(compiled, evidence)?
        } else {
            self.run_program(compiled, evidence)?
        };
        let misses = rules::broken(&self.learner, self.exercise, &evidence.warnings);
        reasons.extend(misses);
        reasons.extend(rules::lints(self.exercise, &evidence.warnings));
        Ok(reasons)
    }

    fn subject(&self) -> Subject<'_> {
        Subject {
            learner: &self.learner,
            spliced: &self.spliced,
            file: self.file(),
            starts: self.exercise.starts.as_deref().unwrap_or_default(),
        }
    }

    fn compile(&self, profile: Profile, shape: Shape) -> Step<Compiled> {
        self.write()?;
        let order = Order {
            driver: driver_for(self.exercise.kind),
            shape,
            emit: Emit::Link,
            profile,
            force_warn: &self.engine.forced(self.exercise),
            externs: &[("tutor_probe".to_owned(), self.engine.crates.probe.clone())],
            ..Order::errors_of(&self.scratch, self.exercise)
        };
        self.engine.compile(&order, self.cancel)
    }

    fn write(&self) -> Step<()> {
        let failed = |error| compiler::no_space(&self.engine.folder, &error);
        self.scratch
            .write(self.file(), &self.spliced.text)
            .map_err(failed)?;
        for other in self.answer.files.iter().skip(1) {
            let text = file::readable(other.bytes.as_deref().unwrap_or_default(), &other.path)
                .map_err(|trouble| Box::new(judge::only(Reason::File(trouble))))?;
            self.scratch.write(&other.path, &text).map_err(failed)?;
        }
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

/// Whether an error stands in what the check has put in to call the learner's `main`.
fn refuses_our_part(compiled: &Compiled) -> bool {
    let entry = format!("fn {MAIN}()");
    let errors = compiled.messages.diagnostics.iter();
    let mut places = errors
        .filter(|said| said.level == Severity::Error)
        .flat_map(|error| &error.spans)
        .filter(|span| span.primary);
    places.any(|span| span.text.iter().any(|line| line.contains(&entry)))
}
