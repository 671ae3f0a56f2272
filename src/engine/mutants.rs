//! Kind `tests`: the learner's tests pass on the good version, and fail on every mutant.

use std::time::Duration;

use crate::check::job::{End, Ended};
use crate::check::judge::compiled::Subject;
use crate::check::judge::{self, tests_run};
use crate::check::plan::{self, Driver, Emit, Shape};
use crate::check::report::Report;
use crate::check::source::mutants::mutants;
use crate::check::source::splice::{Probe, Spliced, splice};
use crate::check::source::{Source, marks, rules, tests_module};
use crate::check::verdict::{Checked, Evidence, Fault, Mutant, Reason, Verdict};
use crate::course::model::{Demand, TokenRule};
use crate::system::process::Cancel;
use crate::system::scratch::{Scratch, nonce};

use super::compiler::Order;
use super::run::Program;
use super::{Answer, Engine, Step, compiler, side_by_side};

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
        let judged = judged(self.answer, &good);
        let mut evidence = good.evidence;
        evidence.tests = judged.tests;
        if !judged.reasons.is_empty() {
            return Ok(Checked {
                verdict: judge::verdict(judged.reasons),
                evidence,
            });
        }
        let killed = side_by_side::map(&all, |mutant| self.fails_on(Version::Faulty(mutant)));
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
    let without_tests = |source: &Source| match tests_module::find(source) {
        None => Source::new(source.text()),
        Some(module) => {
            let text = source.text();
            let blank: String = text[module.whole.clone()]
                .chars()
                .filter(|c| *c == '\n')
                .collect();
            Source::new(format!(
                "{}{blank}{}",
                &text[..module.whole.start],
                &text[module.whole.end..]
            ))
        }
    };
    match marks::first_difference(&without_tests(learner), &without_tests(starter)) {
        None => Ok(()),
        Some(marks::Difference {
            line,
            found,
            expected,
        }) => Err(Box::new(judge::only(Reason::Changed {
            line,
            found,
            expected,
        }))),
    }
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

impl Trying<'_> {
    /// Compiles a version with the learner's tests in it, and runs them; `None` where there are no tests.
    fn trial(&self, version: Version<'_>) -> Step<Option<Trial>> {
        let failed = |error| compiler::no_space(&self.engine.folder, &error);
        let scratch = Scratch::new(&self.engine.folder).map_err(failed)?;
        let nonce = nonce();
        let probe = Probe {
            nonce: nonce.clone(),
            report: scratch.report_path().to_string_lossy().into_owned(),
            spends: false,
            main: false,
            support: false,
        };
        let code = match version {
            Version::Own => &self.learner,
            Version::Good | Version::Faulty(_) => &self.hidden,
        };
        let spliced = splice(code, &self.learner, &probe);
        let Some(spliced) = spliced.filter(|spliced| !spliced.required.is_empty()) else {
            return Ok(None);
        };
        let exercise = self.answer.exercise;
        scratch
            .write(exercise.main_file(), &spliced.text)
            .map_err(failed)?;
        let cfg = match version {
            Version::Faulty(mutant) => vec![format!("mutant=\"{}\"", mutant.key)],
            Version::Own | Version::Good => Vec::new(),
        };
        let driver = match version {
            Version::Own => Driver::Clippy,
            Version::Good | Version::Faulty(_) => Driver::Rustc,
        };
        let order = Order {
            driver,
            shape: Shape::Test,
            emit: Emit::Link,
            cfg: &cfg,
            externs: &[("tutor_probe".to_owned(), self.engine.crates.probe.clone())],
            ..Order::errors_of(&scratch, exercise)
        };
        let compiled = self.engine.compile(&order, self.cancel)?;
        let subject = Subject {
            learner: &self.learner,
            spliced: &spliced,
            file: exercise.main_file(),
            starts: &[],
        };
        let warnings = compiler::accepted(subject, &compiled, &Evidence::default())?;
        let names = spliced.required.iter().map(|test| test.name.as_str());
        let program = Program {
            path: &compiled.artifact,
            args: plan::test_args(&spliced.module, names),
            stdin: None,
            timeout: Duration::from_secs(exercise.timeout_s),
        };
        let ended = self.engine.run(&scratch, program, self.cancel)?;
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
}

fn judged(answer: &Answer<'_>, trial: &Trial) -> tests_run::Judged {
    let facts = tests_run::Facts {
        ended: &trial.ended,
        report: &trial.report,
        nonce: &trial.nonce,
        limit: Duration::from_secs(answer.exercise.timeout_s),
        file: answer.exercise.main_file(),
    };
    tests_run::judge(&trial.spliced, facts)
}

fn no_mutants() -> Fault {
    Fault {
        what: "The faulty versions that your tests are to find are not there.".into(),
        remedy: "Run `tutor init` in this folder again: it puts back what is missing.".into(),
        detail: String::new(),
    }
}
