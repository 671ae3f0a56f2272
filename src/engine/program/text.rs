//! What is to be known of a text before it is compiled.

use crate::check::judge;
use crate::check::source::{Source, rules};
use crate::check::verdict::Reason;
use crate::course::model::{Demand, TokenRule};

use super::super::Step;

/// What could get between the tests and what proves that they ran, other than in the course's own text.
pub(super) fn smuggled(learner: &Source, starter: &Source, path: &str) -> Step<()> {
    let count = |source: &Source, tokens: &str| {
        rules::places(source, tokens, &(0..source.text().len()), &[]).len()
    };
    // `extern crate self as std;` would put other macros in the place of the tests' own.
    let rule = TokenRule {
        tokens: "extern crate".into(),
        demand: Demand::AtMost(count(starter, "extern crate")),
        within: None,
        why: "It could put something else in the place of the standard library. No exercise needs it.".into(),
    };
    if let Some(miss) = rules::broken_rules(learner, &[rule], &[]).pop() {
        return Err(Box::new(judge::only(Reason::Token(miss))));
    }
    // A program that reads its own compiled text would know what the tests report, and to whom.
    let reads = |word: &&str| count(learner, word) > count(starter, word);
    if ["include_str", "include_bytes"].iter().any(reads) {
        return Err(Box::new(judge::only(Reason::ReadsOther {
            path: path.to_owned(),
        })));
    }
    Ok(())
}
