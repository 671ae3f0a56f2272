//! What rustc really said of a program, as if that were the exercise of a test.

use super::case;
use super::course::evidence;
use tutor::check::diagnostic::Diagnostic;
use tutor::check::verdict::{Evidence, Reason, Relation, Verdict};
use tutor::course::model::Exercise;

pub fn refused(error: &Diagnostic, relation: Relation, line: usize) -> Verdict {
    Verdict::NotYet(vec![Reason::Refused {
        error: error.clone(),
        relation,
        line,
    }])
}

/// The file of the fixture, as if it were the exercise's.
pub fn renamed(mut error: Diagnostic, from: &str, to: &str) -> Diagnostic {
    for span in &mut error.spans {
        if span.file == from {
            span.file = to.to_owned();
        }
        if let Some(outer) = span.expansion.as_deref_mut()
            && outer.file == from
        {
            outer.file = to.to_owned();
        }
    }
    for child in &mut error.children {
        *child = renamed(child.clone(), from, to);
    }
    error
}

pub fn errors(name: &str, exercise: &Exercise) -> (String, Vec<Diagnostic>) {
    let case = case(name);
    let file = format!("{name}.rs");
    let errors = case
        .errors
        .into_iter()
        .map(|error| renamed(error, &file, exercise.main_file()));
    (case.text, errors.collect())
}

pub fn with_errors(errors: &[Diagnostic], took_ms: u64) -> Evidence {
    Evidence {
        errors: errors.to_vec(),
        ..evidence(took_ms)
    }
}
