//! Kind `trace`: the program is run, and the learner's `//>` lines are held against what it prints.

use std::time::Duration;

use crate::check::diagnostic::Severity;
use crate::check::job::End;
use crate::check::judge::{self, trace};
use crate::check::plan::Emit;
use crate::check::report;
use crate::check::source::{Source, marks};
use crate::check::verdict::{Checked, Evidence, Fault, Reason, Verdict};
use crate::system::process::Cancel;

use super::compiler::{Compiled, Order};
use super::run::Program;
use super::{Answer, Engine, Step, rules};

pub(super) fn check(engine: &Engine, answer: &Answer<'_>, cancel: &Cancel) -> Step<Checked> {
    let learner = Source::new(super::text_of(answer)?);
    super::predict::same_code(&learner, &Source::new(&*answer.starter))?;
    let exercise = answer.exercise;
    let scratch = engine.scratch_with(exercise.main_file(), learner.text())?;
    let order = Order {
        emit: Emit::Link,
        ..Order::errors_of(&scratch, exercise)
    };
    let compiled = engine.compile(&order, cancel)?;
    if !compiled.is_clean() {
        return Err(Box::new(judge::broken(not_compiling(&compiled))));
    }
    let timeout = Duration::from_secs(exercise.timeout_s);
    let program = Program {
        path: &compiled.artifact,
        args: Vec::new(),
        stdin: None,
        timeout,
    };
    let ended = engine.run(&scratch, program, cancel)?;
    if matches!(ended.end, End::TimedOut | End::Flooded) {
        return Err(Box::new(judge::broken(without_end(timeout))));
    }
    let output = report::printed_whole(&ended.stdout);
    let compared = trace::compare(&marks::answer_lines(&learner), &output);
    let right = compared.as_ref().ok().copied().unwrap_or(0);
    let mut reasons: Vec<Reason> = compared.err().into_iter().map(Reason::Trace).collect();
    reasons.extend(rules::tokens(&learner, exercise));
    let verdict = judge::verdict(reasons);
    let printed = (verdict == Verdict::Passed).then(|| output.printed());
    Ok(Checked {
        verdict,
        evidence: Evidence {
            printed,
            right,
            ..Evidence::default()
        },
    })
}

/// The program is the course's own, so that it compiles wherever the compiler does its work.
fn not_compiling(compiled: &Compiled) -> Fault {
    let said = compiled.messages.diagnostics.iter();
    let said: Vec<&str> = said
        .filter(|d| d.level == Severity::Error)
        .map(|d| d.rendered.as_str())
        .collect();
    Fault {
        what: "The program of this exercise does not compile here.".into(),
        remedy:
            "Go on with the next one, and run `tutor doctor` to see whether the compiler works."
                .into(),
        detail: said.join("\n"),
    }
}

/// And it comes to its end wherever there is time for it.
fn without_end(limit: Duration) -> Fault {
    Fault {
        what: format!(
            "The program of this exercise was not over after {} s, or printed without end.",
            limit.as_secs()
        ),
        remedy: "The machine may be busy: press r to check again.".into(),
        detail: String::new(),
    }
}
