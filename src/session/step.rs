//! How the verdict of a save relates to the exercise, and to the verdict before it.

use std::collections::BTreeSet;

use crate::check::verdict::{Checked, Reason, Relation, TestState, Verdict};

/// The first exercises of a course, in which an error is a stranger: they say that it is meant to be there.
const FIRST_ONES: usize = 3;

/// One relation, as it is told below the verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The error that the exercise is about, in one of the first exercises.
    OnPurpose,
    /// The error that the exercise is about.
    About,
    /// The error that the exercise is about is mended, and shows what it hid.
    Further,
    /// Before this save it did not compile.
    Compiles,
    /// Before this save fewer tests passed: so many.
    MoreTests { before: usize },
    /// Another error than the one that the exercise is about.
    Another {
        /// It was not there before the last save.
        new: bool,
    },
    /// The error stands in the locked tests.
    InTests,
}

/// What is remembered of the check before.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Earlier {
    compiled: bool,
    passed: usize,
    errors: BTreeSet<(Option<String>, String)>,
}

impl Earlier {
    pub fn of(checked: &Checked) -> Earlier {
        Earlier {
            compiled: compiled(checked),
            passed: passed(checked),
            errors: errors(checked),
        }
    }
}

/// The relation to tell; `None` where there is nothing to say.
pub fn step(now: &Checked, earlier: Option<&Earlier>, place: usize) -> Option<Step> {
    let Verdict::NotYet(reasons) = &now.verdict else {
        return None;
    };
    match reasons.first()? {
        Reason::Refused {
            error, relation, ..
        } => Some(match relation {
            Relation::Expected if place < FIRST_ONES => Step::OnPurpose,
            Relation::Expected => Step::About,
            Relation::Later => Step::Further,
            Relation::InTests => Step::InTests,
            Relation::Other => Step::Another {
                new: earlier.is_some_and(|earlier| {
                    let key = (error.code.clone(), error.message.clone());
                    !earlier.errors.contains(&key)
                }),
            },
        }),
        Reason::Test(_) | Reason::Output(_) | Reason::Token(_) | Reason::Lint { .. } => {
            since(now, earlier?)
        }
        _ => None,
    }
}

fn since(now: &Checked, earlier: &Earlier) -> Option<Step> {
    if !compiled(now) {
        return None;
    }
    if !earlier.compiled {
        return Some(Step::Compiles);
    }
    (passed(now) > earlier.passed).then_some(Step::MoreTests {
        before: earlier.passed,
    })
}

fn compiled(checked: &Checked) -> bool {
    let refused = |reason: &Reason| matches!(reason, Reason::Refused { .. } | Reason::File(_));
    match &checked.verdict {
        Verdict::Passed => true,
        Verdict::NotYet(reasons) => {
            checked.evidence.errors.is_empty() && !reasons.iter().any(refused)
        }
        Verdict::Unclear { .. } | Verdict::Broken(_) | Verdict::Skipped { .. } => false,
    }
}

fn passed(checked: &Checked) -> usize {
    let tests = checked.evidence.tests.iter();
    tests.filter(|test| test.state == TestState::Passed).count()
}

fn errors(checked: &Checked) -> BTreeSet<(Option<String>, String)> {
    let errors = checked.evidence.errors.iter();
    errors
        .map(|error| (error.code.clone(), error.message.clone()))
        .collect()
}
