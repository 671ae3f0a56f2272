//! What the tests may spend, by the counters of the support crate.

use crate::check::report::Report;
use crate::check::source::rules;
use crate::check::verdict::{Fault, Reason, TokenMiss, TokenMissKind};

use super::super::Step;
use super::Attempt;
use crate::check::judge;

impl Attempt<'_> {
    /// All tests have passed: has any of them spent more than it may?
    pub(super) fn over_budget(&self, report: &Report) -> Step<Vec<Reason>> {
        let mut reasons = Vec::new();
        for (what, allowed) in &self.exercise.budget {
            let spent = report
                .tests
                .iter()
                .filter_map(|(test, ran)| Some((test, *ran.spent.get(what)?)));
            let Some((test, used)) = spent.max_by_key(|(_, used)| *used) else {
                return Err(Box::new(self.unmeasured(what)));
            };
            if used > *allowed {
                reasons.push(Reason::Budget {
                    what: what.clone(),
                    test: test.clone(),
                    used,
                    allowed: *allowed,
                });
            }
        }
        Ok(reasons)
    }

    /// The tests passed and no count is there: the answer has taken it, or the course's tests do not count.
    fn unmeasured(&self, what: &str) -> crate::check::verdict::Checked {
        let text = self.learner.text();
        let taken = rules::places(&self.learner, "spent", &(0..text.len()), &[]).into_iter();
        match taken.into_iter().next() {
            Some(place) => {
                let (line, column) = self.learner.place_of(place.start);
                judge::only(Reason::Token(TokenMiss {
                    tokens: "spent".into(),
                    why: "It takes the count away before it is compared with the budget.".into(),
                    kind: TokenMissKind::Refused {
                        line,
                        column,
                        width: place.len(),
                        source: self.learner.line(line).to_owned(),
                        found: 1,
                        allowed: 0,
                    },
                }))
            }
            None => judge::broken(Fault {
                what: format!(
                    "The tests of this exercise do not count {what}, for which it has a budget."
                ),
                remedy: "Tell the course's author: a test has to call `support::budget`.".into(),
                detail: String::new(),
            }),
        }
    }
}
