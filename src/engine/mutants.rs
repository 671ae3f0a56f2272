//! Kind `tests`: the learner's tests pass on the good version, and fail on every mutant.

use std::time::Duration;

use crate::check::job::{End, Ended};
use crate::check::judge::compiled::{self, Subject};
use crate::check::judge::{self, tests_run};
use crate::check::plan::{self, Driver, Emit, Shape};
use crate::check::report::Report;
use crate::check::source::mutants::mutants;
use crate::check::source::splice::{Probe, Spliced, splice};
use crate::check::source::{Source, marks, tests_module};
use crate::check::verdict::{Checked, Evidence, Fault, Mutant, Reason, Verdict};
use crate::system::process::Cancel;
use crate::system::scratch::{Scratch, nonce};

use super::compiler::Order;
use super::run::Program;
use super::{Answer, Engine, Step, compiler};

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
    only_the_tests_differ(&learner, &Source::new(&*answer.starter))?;
    let Some(hidden) = &answer.mutants else {
        return Err(Box::new(judge::broken(no_mutants())));
    };
    let hidden = Source::new(&**hidden);
    let good = trial(engine, answer, &learner, &learner, None, cancel)?;
    let judged = judged(answer, &good);
    let mut evidence = good.evidence;
    evidence.tests = judged.tests;
    if !judged.reasons.is_empty() {
        return Ok(Checked {
            verdict: judge::verdict(judged.reasons),
            evidence,
        });
    }
    let all = mutants(&hidden);
    let mut survivors: Vec<Mutant> = Vec::new();
    for mutant in &all {
        let trial = trial(engine, answer, &learner, &hidden, Some(&mutant.key), cancel)?;
        if trial.ended.end == End::Exited(0) {
            survivors.push(mutant.clone());
        }
    }
    evidence.right = all.len() - survivors.len();
    let verdict = match survivors.is_empty() {
        true => Verdict::Passed,
        false => Verdict::NotYet(vec![Reason::Mutants {
            killed: evidence.right,
            survivors,
        }]),
    };
    Ok(Checked { verdict, evidence })
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

/// Compiles `code` with the tests of `learner` in it, and runs them.
fn trial(
    engine: &Engine,
    answer: &Answer<'_>,
    learner: &Source,
    code: &Source,
    mutant: Option<&str>,
    cancel: &Cancel,
) -> Step<Trial> {
    let exercise = answer.exercise;
    let scratch =
        Scratch::new(&engine.folder).map_err(|e| compiler::no_space(&engine.folder, &e))?;
    let nonce = nonce();
    let report = scratch.report_path().to_string_lossy().into_owned();
    let probe = Probe {
        nonce: nonce.clone(),
        report,
        spends: false,
        main: false,
        support: false,
    };
    let Some(spliced) =
        splice(code, learner, &probe).filter(|spliced| !spliced.required.is_empty())
    else {
        return Err(Box::new(judge::only(Reason::EndedEarly {
            missing: Vec::new(),
        })));
    };
    let failed = |error| compiler::no_space(&engine.folder, &error);
    scratch
        .write(exercise.main_file(), &spliced.text)
        .map_err(failed)?;
    let cfg: Vec<String> = mutant
        .map(|key| format!("mutant=\"{key}\""))
        .into_iter()
        .collect();
    let order = Order {
        driver: if mutant.is_none() {
            Driver::Clippy
        } else {
            Driver::Rustc
        },
        shape: Shape::Test,
        emit: Emit::Link,
        cfg: &cfg,
        externs: &[("tutor_probe".to_owned(), engine.crates.probe.clone())],
        ..Order::errors_of(&scratch, exercise.main_file(), &exercise.id)
    };
    let compiled = engine.compile(&order, cancel)?;
    let evidence = clean(exercise.main_file(), learner, &spliced, &compiled)?;
    let names = spliced.required.iter().map(|test| test.name.as_str());
    let program = Program {
        path: &compiled.artifact,
        args: plan::test_args(&spliced.module, names),
        stdin: None,
        timeout: Duration::from_secs(exercise.timeout_s),
    };
    let ended = engine.run(&scratch, program, cancel)?;
    let report = Report::parse(&scratch.report(), &nonce);
    Ok(Trial {
        ended,
        report,
        nonce,
        spliced,
        evidence,
    })
}

fn clean(
    file: &str,
    learner: &Source,
    spliced: &Spliced,
    compiled: &compiler::Compiled,
) -> Step<Evidence> {
    let subject = Subject {
        learner,
        spliced,
        file,
        starts: &[],
    };
    match compiled::judge(subject, &compiled.ended, compiled.messages.clone()) {
        compiled::Compiled::Clean { warnings } => Ok(Evidence {
            warnings,
            ..Evidence::default()
        }),
        compiled::Compiled::Refused {
            reasons,
            errors,
            warnings,
        } => {
            let evidence = Evidence {
                errors,
                warnings,
                ..Evidence::default()
            };
            Err(Box::new(Checked {
                verdict: Verdict::NotYet(reasons),
                evidence,
            }))
        }
        compiled::Compiled::Broken(fault) => Err(Box::new(judge::broken(fault))),
        compiled::Compiled::Cancelled => Err(Box::new(compiler::cancelled())),
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
