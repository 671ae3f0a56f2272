//! Kind `tests`: the learner's tests pass on the good version, and fail on every mutant.

use std::time::Duration;

use crate::check::diagnostic::Diagnostic;
use crate::check::job::{End, Ended};
use crate::check::judge::compiled::Subject;
use crate::check::judge::{self, tests_run};
use crate::check::plan::{self, Driver, Emit, Shape};
use crate::check::report::Report;
use crate::check::source::mutants::mutants;
use crate::check::source::splice::{self, Probe, Spliced, splice};
use crate::check::source::{Source, rules, tests_module};
use crate::check::verdict::{Checked, Evidence, Fault, Mutant, Reason, Verdict};
use crate::course::model::{Demand, TokenRule};
use crate::system::process::Cancel;
use crate::system::scratch::{Scratch, nonce};

use super::compiler::{Compiled, Order};
use super::run::Program;
use super::{Answer, Engine, Step, compiler};

/// The learner's tests, and what they are tried on.
struct Trying<'a> {
    engine: &'a Engine,
    answer: &'a Answer<'a>,
    cancel: &'a Cancel,
    learner: Source,
    /// The good version and every faulty one.
    hidden: Source,
}

/// One version of the code.
#[derive(Clone, Copy)]
enum Version<'a> {
    /// The learner's own file.
    Own,
    Good,
    Faulty(&'a Mutant),
}

/// The learner's tests on one version of the code.
struct Trial {
    ended: Ended,
    report: Report,
    nonce: String,
    spliced: Spliced,
    evidence: Evidence,
}

pub(super) fn check(engine: &Engine, answer: &Answer<'_>, cancel: &Cancel) -> Step<Checked> {
    let learner = Source::new(super::text_of(answer)?);
    if let Some(trouble) = judge::file::unbalanced(&learner, answer.exercise.main_file()) {
        return Err(Box::new(judge::only(Reason::File(trouble))));
    }
    only_the_tests_differ(&learner, &Source::new(&*answer.starter))?;
    keys_are_not_named(&learner)?;
    let Some(hidden) = &answer.mutants else {
        return Err(Box::new(judge::broken(no_mutants())));
    };
    let trying = Trying {
        engine,
        answer,
        cancel,
        learner,
        hidden: Source::new(&**hidden),
    };
    trying.verdict()
}

impl Trying<'_> {
    fn verdict(&self) -> Step<Checked> {
        let mut found = self.told_apart()?;
        let misses = super::rules::tokens(&self.learner, self.answer.exercise);
        match &mut found.verdict {
            Verdict::NotYet(reasons) => reasons.extend(misses),
            Verdict::Passed => found.verdict = judge::verdict(misses),
            _ => {}
        }
        Ok(found)
    }

    /// Which versions the tests tell from the good one.
    fn told_apart(&self) -> Step<Checked> {
        let all = mutants(&self.hidden);
        let Some(good) = self.trial(Version::Own)? else {
            // No tests: nothing is found.
            return Ok(judged_by(all, 0, Evidence::default()));
        };
        let judged = self.judged(&good)?;
        let mut evidence = good.evidence;
        evidence.tests = judged.tests;
        if !judged.reasons.is_empty() {
            return Ok(Checked {
                verdict: judge::verdict(judged.reasons),
                evidence,
            });
        }
        let fails = |mutant: &Mutant| self.fails_on(Version::Faulty(mutant));
        let killed = self.engine.width.map(&all, fails);
        let killed = killed.into_iter().collect::<Step<Vec<bool>>>()?;
        let mut survivors: Vec<Mutant> = all
            .iter()
            .zip(killed)
            .filter(|(_, killed)| !killed)
            .map(|(mutant, _)| mutant.clone())
            .collect();
        // Tests that fail on the good version too, once it stands where the faulty ones stood, have told nothing apart.
        if survivors.is_empty() && self.fails_on(Version::Good)? {
            survivors.clone_from(&all);
        }
        let killed = all.len() - survivors.len();
        Ok(judged_by(survivors, killed, evidence))
    }

    fn fails_on(&self, version: Version<'_>) -> Step<bool> {
        let trial = self.trial(version)?;
        Ok(trial.is_some_and(|trial| trial.ended.end != End::Exited(0)))
    }

    /// The learner's tests on this version; `None` where there are none.
    fn trial(&self, version: Version<'_>) -> Step<Option<Trial>> {
        let failed = |error| compiler::no_space(&self.engine.folder, &error);
        let scratch = Scratch::new(&self.engine.folder).map_err(failed)?;
        let nonce = nonce();
        let probe = Probe::new(nonce.clone(), &scratch.report_path());
        let code = match version {
            Version::Own => &self.learner,
            Version::Good | Version::Faulty(_) => &self.hidden,
        };
        let spliced = splice(code, &self.learner, &probe);
        let Some(spliced) = spliced.filter(|spliced| !spliced.required.is_empty()) else {
            return Ok(None);
        };
        let file = self.answer.exercise.main_file();
        scratch.write(file, &spliced.text).map_err(failed)?;
        let compiled = self.compile(version, &scratch)?;
        let warnings = self.accepted(version, &spliced, &compiled)?;
        let ended = self.run(&scratch, &spliced, &compiled)?;
        Ok(Some(Trial {
            ended,
            report: Report::parse(&scratch.report(), &nonce),
            nonce,
            spliced,
            evidence: Evidence {
                warnings,
                ..Evidence::default()
            },
        }))
    }

    fn compile(&self, version: Version<'_>, scratch: &Scratch) -> Step<Compiled> {
        let (driver, cfg) = match version {
            Version::Own => (Driver::Clippy, Vec::new()),
            Version::Good => (Driver::Rustc, Vec::new()),
            Version::Faulty(mutant) => {
                let key = format!("mutant=\"{}\"", mutant.key);
                (Driver::Rustc, vec![key])
            }
        };
        let order = Order {
            driver,
            shape: Shape::Test,
            emit: Emit::Link,
            cfg: &cfg,
            externs: &[("tutor_probe".to_owned(), self.engine.crates.probe.clone())],
            ..Order::errors_of(scratch, self.answer.exercise)
        };
        self.engine.compile(&order, self.cancel)
    }

    /// The warnings, where the text is accepted. Of the learner's own file it is seen that it reads no other: that could
    /// ask which version it is.
    fn accepted(
        &self,
        version: Version<'_>,
        spliced: &Spliced,
        compiled: &Compiled,
    ) -> Step<Vec<Diagnostic>> {
        let subject = Subject {
            learner: &self.learner,
            spliced,
            file: self.answer.exercise.main_file(),
            starts: &[],
        };
        let warnings = compiler::accepted(subject, compiled, &Evidence::default())?;
        if matches!(version, Version::Own) {
            self.engine.reads_only_its_own(self.answer, compiled)?;
        }
        Ok(warnings)
    }

    fn run(&self, scratch: &Scratch, spliced: &Spliced, compiled: &Compiled) -> Step<Ended> {
        let names = spliced.required.iter().map(|test| test.name.as_str());
        let program = Program {
            path: &compiled.artifact,
            args: plan::test_args(&spliced.module, names),
            stdin: None,
            timeout: self.limit(),
        };
        self.engine.run(scratch, program, self.cancel)
    }

    /// What the tests say of the learner's own file.
    fn judged(&self, trial: &Trial) -> Step<tests_run::Judged> {
        let facts = tests_run::Facts {
            ended: &trial.ended,
            report: &trial.report,
            nonce: &trial.nonce,
            limit: self.limit(),
            file: self.answer.exercise.main_file(),
        };
        tests_run::judge(&trial.spliced, facts).map_err(|fault| Box::new(judge::broken(fault)))
    }

    fn limit(&self) -> Duration {
        Duration::from_secs(self.answer.exercise.timeout_s)
    }
}

fn judged_by(survivors: Vec<Mutant>, killed: usize, mut evidence: Evidence) -> Checked {
    evidence.right = killed;
    let verdict = match survivors.is_empty() {
        true => Verdict::Passed,
        false => Verdict::NotYet(vec![Reason::Mutants { killed, survivors }]),
    };
    Checked { verdict, evidence }
}

/// The code that is tested is given: only the module of the tests is the learner's.
fn only_the_tests_differ(learner: &Source, starter: &Source) -> Step<()> {
    let given = |source: &Source| {
        let tests = tests_module::find(source);
        Source::new(splice::without(source, tests.as_ref()))
    };
    super::predict::same_code(&given(learner), &given(starter))
}

/// `cfg!(mutant = "k")` would find a fault by its name.
fn keys_are_not_named(learner: &Source) -> Step<()> {
    let rule = TokenRule {
        tokens: "mutant".into(),
        demand: Demand::AtMost(0),
        within: None,
        why: "Find the faults by what the code does, not by their names.".into(),
    };
    match rules::broken_rules(learner, &[rule], &[]).pop() {
        None => Ok(()),
        Some(miss) => Err(Box::new(judge::only(Reason::Token(miss)))),
    }
}

fn no_mutants() -> Fault {
    Fault {
        what: "The faulty versions that your tests are to find are not there.".into(),
        remedy: "Run `tutor init` in this folder again: it puts back what is missing.".into(),
        detail: String::new(),
    }
}
