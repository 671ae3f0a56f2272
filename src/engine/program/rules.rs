//! What an answer has to keep to besides passing: tokens, safe code, lints, budgets.

use crate::check::judge::compiled;
use crate::check::report::Report;
use crate::check::source::{rules, tests_module};
use crate::check::verdict::{Evidence, Reason, TokenMiss, TokenMissKind};
use crate::course::model::Format;

use super::Attempt;

impl Attempt<'_> {
    /// In our own format these count whatever the text allows.
    pub(super) fn force_warn(&self) -> Vec<String> {
        let mut lints = self.exercise.deny.clone();
        if self.engine.format == Format::Tutor {
            lints.push("unsafe_code".to_owned());
        }
        lints
    }

    pub(super) fn broken_rules(&self, evidence: &Evidence) -> Vec<Reason> {
        let tests = tests_module::find(&self.learner).map(|module| module.whole);
        let misses = rules::broken_rules(&self.learner, &self.exercise.rules, tests);
        let mut reasons: Vec<Reason> = misses.into_iter().map(Reason::Token).collect();
        if !self.exercise.unsafe_allowed {
            reasons.extend(self.unsafe_code(evidence).map(Reason::Token));
        }
        reasons
    }

    pub(super) fn unsafe_code(&self, evidence: &Evidence) -> Option<TokenMiss> {
        let warning = evidence
            .warnings
            .iter()
            .find(|w| w.code.as_deref() == Some("unsafe_code"))?;
        let span = warning.spans.iter().find(|span| span.primary)?;
        let line = compiled::line_of(warning, self.file());
        Some(TokenMiss {
            tokens: "unsafe".into(),
            why: "With `unsafe` you promise what the compiler could have proved. This exercise can be done without.".into(),
            kind: TokenMissKind::Unsafe {
                line,
                column: span.column_start,
                source: self.learner.line(line).to_owned(),
            },
        })
    }

    pub(super) fn lints(&self, evidence: &Evidence) -> Vec<Reason> {
        let strict = self.exercise.v1.is_some_and(|v1| v1.strict_clippy);
        let counts = |code: &Option<String>| {
            code.as_ref()
                .is_some_and(|code| strict || self.exercise.deny.contains(code))
        };
        let found = evidence
            .warnings
            .iter()
            .filter(|warning| counts(&warning.code));
        found
            .map(|warning| Reason::Lint {
                lint: warning.code.clone().unwrap_or_default(),
                line: compiled::line_of(warning, self.file()),
                diagnostic: warning.clone(),
            })
            .collect()
    }

    pub(super) fn over_budget(&self, report: &Report) -> Vec<Reason> {
        let mut reasons = Vec::new();
        for (what, allowed) in &self.exercise.budget {
            let spent = report
                .tests
                .iter()
                .filter_map(|(test, ran)| Some((test, *ran.spent.get(what)?)));
            if let Some((test, used)) = spent
                .max_by_key(|(_, used)| *used)
                .filter(|(_, used)| used > allowed)
            {
                reasons.push(Reason::Budget {
                    what: what.clone(),
                    test: test.clone(),
                    used,
                    allowed: *allowed,
                });
            }
        }
        reasons
    }
}
