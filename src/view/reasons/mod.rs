//! Every reason why an exercise is not done yet, in words: one function for each.

mod brk;
mod file;
mod guard;
mod marks;
mod mutants;
mod output;
mod refused;
mod rules;
mod run;
mod tests;
mod trace;

use super::screen::Block;
use super::told::{Facts, Told};
use crate::check::diagnostic::Diagnostic;
use crate::check::verdict::{Evidence, Reason, TestState};

/// The words for a reason.
pub fn told(reason: &Reason, facts: &Facts<'_>) -> Told {
    match reason {
        Reason::Refused {
            error,
            relation,
            line,
        } => refused::told(error, *relation, *line, facts),
        Reason::Test(failed) => tests::failed(failed, facts),
        Reason::EndedEarly { missing } => tests::ended_early(missing, facts),
        Reason::Token(miss) => rules::token(miss, facts),
        Reason::Output(miss) => output::differs(miss),
        Reason::Hangs {
            test,
            line,
            limit,
            printed,
        } => run::hangs(test.as_deref(), *line, *limit, printed),
        Reason::Floods { printed } => run::floods(printed),
        Reason::Crashed { how, printed } => run::crashed(how, printed),
        Reason::Lint {
            lint,
            diagnostic,
            line,
        } => rules::lint(lint, diagnostic, *line, facts),
        Reason::Budget {
            what,
            test,
            used,
            allowed,
        } => rules::budget(what, test, *used, *allowed, facts),
        Reason::Marks(miss) => marks::told(miss, facts),
        Reason::Trace(miss) => trace::told(miss),
        Reason::Changed {
            line,
            found,
            expected,
        } => rules::changed(*line, found, expected),
        Reason::Break(miss) => brk::told(miss, facts),
        Reason::Examples(examples) => guard::told(examples),
        Reason::Mutants { survivors, killed } => mutants::told(survivors, *killed),
        Reason::File(trouble) => file::told(trouble),
        Reason::ReadsOther { path } => file::reads_other(path),
    }
}

/// All that there is to see of a reason, where the screen showed the first thing only.
pub fn more(reason: &Reason, facts: &Facts<'_>) -> Vec<Block> {
    match reason {
        Reason::Test(failed) => vec![tests::whole(failed)],
        Reason::Examples(examples) => guard::all(examples),
        _ => told(reason, facts).blocks,
    }
}

/// What the compiler says of an error: a picture where there is one, else rustc's own snippet.
pub fn refused_evidence(error: &Diagnostic, about: bool, facts: &Facts<'_>) -> Vec<Block> {
    refused::evidence(error, about, facts)
}

/// The reason's key in JSON, for scripts.
pub fn kind(reason: &Reason) -> &'static str {
    match reason {
        Reason::Refused { .. } => "refused",
        Reason::Test(_) => "test",
        Reason::EndedEarly { .. } => "ended_early",
        Reason::Token(_) => "token",
        Reason::Output(_) => "output",
        Reason::Hangs { .. } => "hangs",
        Reason::Floods { .. } => "floods",
        Reason::Crashed { .. } => "crashed",
        Reason::Lint { .. } => "lint",
        Reason::Budget { .. } => "budget",
        Reason::Marks(_) => "marks",
        Reason::Trace(_) => "trace",
        Reason::Changed { .. } => "changed",
        Reason::Break(_) => "break",
        Reason::Examples(_) => "examples",
        Reason::Mutants { .. } => "mutants",
        Reason::File(_) => "file",
        Reason::ReadsOther { .. } => "reads_other",
    }
}

/// `It compiles and all 4 tests pass, but …`: as much of it as is known.
fn so_far(evidence: &Evidence) -> String {
    if !evidence.errors.is_empty() {
        // It was to be refused, and is.
        return "The error is the right one, but".to_owned();
    }
    let tests = &evidence.tests;
    let all = tests.iter().all(|test| test.state == TestState::Passed);
    match tests.len() {
        0 => "It compiles, but".to_owned(),
        _ if !all => "It compiles, but".to_owned(),
        1 => "It compiles and its test passes, but".to_owned(),
        2 => "It compiles and both tests pass, but".to_owned(),
        count => format!("It compiles and all {count} tests pass, but"),
    }
}

/// A test's name as a sentence.
pub(super) fn test_name(name: &str) -> String {
    let last = name.rsplit("::").next().unwrap_or(name);
    last.replace('_', " ").trim().to_owned()
}
