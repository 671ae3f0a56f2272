//! What is to be known of a text before it is compiled.

use crate::check::judge;
use crate::check::source::{Source, rules};
use crate::check::verdict::{FileTrouble, Reason};
use crate::course::model::{Demand, TokenRule};

use super::super::Step;

/// `extern crate self as std;` would put other macros in the place of the tests' own.
pub(super) fn smuggled_crate(learner: &Source, starter: &Source) -> Step<()> {
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

/// The first opening without its end.
pub(super) fn unbalanced(learner: &Source, path: &str) -> Option<FileTrouble> {
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

pub(super) fn mentions_support(starter: &Source) -> bool {
    starter
        .code()
        .any(|token| starter.slice(token) == "support")
}
