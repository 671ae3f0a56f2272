//! Kind `predict`: nothing is run; the compiler is asked, and the marks are held against what it says.

use crate::check::diagnostic::{Diagnostic, Severity};
use crate::check::judge::{self, predict};
use crate::check::plan::Emit;
use crate::check::source::{Source, marks};
use crate::check::verdict::{Checked, Evidence, Reason};
use crate::course::model::Exercise;
use crate::system::process::Cancel;

use super::compiler::Order;
use super::{Answer, Engine, Step, rules};

pub(super) fn check(engine: &Engine, answer: &Answer<'_>, cancel: &Cancel) -> Step<Checked> {
    let learner = Source::new(super::text_of(answer)?);
    same_code(&learner, &Source::new(&*answer.starter))?;
    let errors = errors_of(engine, answer.exercise, learner.text(), cancel)?;
    let file = answer.exercise.main_file();
    let graded = predict::grade(&marks::code_marks(&learner), &errors, file, &learner);
    let right = graded.as_ref().ok().copied().unwrap_or(0);
    let mut reasons: Vec<Reason> = graded.err().into_iter().map(Reason::Marks).collect();
    reasons.extend(rules::tokens(&learner, answer.exercise));
    Ok(Checked {
        verdict: judge::verdict(reasons),
        evidence: Evidence {
            errors,
            right,
            ..Evidence::default()
        },
    })
}

/// Marks and formatting are free, everything else is the starter's.
pub(super) fn same_code(learner: &Source, starter: &Source) -> Step<()> {
    match marks::first_difference(learner, starter) {
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

/// Everything that the compiler refuses in a text: what it says at once, else what it finds only when it goes further.
pub(super) fn errors_of(
    engine: &Engine,
    exercise: &Exercise,
    text: &str,
    cancel: &Cancel,
) -> Step<Vec<Diagnostic>> {
    let scratch = engine.scratch_with(exercise.main_file(), text)?;
    let order = Order {
        force_warn: &exercise.deny,
        ..Order::errors_of(&scratch, exercise)
    };
    let mut compiled = engine.compile(&order, cancel)?;
    if compiled.is_clean() {
        compiled = engine.compile(
            &Order {
                emit: Emit::Mir,
                ..order
            },
            cancel,
        )?;
    }
    let counts = |d: &Diagnostic| {
        d.level == Severity::Error
            || d.code
                .as_ref()
                .is_some_and(|code| exercise.deny.contains(code))
    };
    Ok(compiled
        .messages
        .diagnostics
        .into_iter()
        .filter(counts)
        .collect())
}
