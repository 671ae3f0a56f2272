//! Why an entry did not pass: each reason as a sentence, with what a script may want to sort by.

use super::super::reasons;
use super::super::told::Facts;
use super::Entry;
use crate::check::verdict::{Checked, Reason, Verdict};
use crate::session::point;

/// Lines of what a tool said, where all of it is too much.
pub(super) const SHOWN: usize = 12;

/// A prediction is graded more openly after the first try. A report has no tries: it says what there is to say.
const TRIES: usize = 2;

/// The first screens of a course explain more than a report should.
const NOBODYS_FIRST: usize = usize::MAX;

/// One reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// For scripts: `refused`, `test`, `token`; `missing`, `unclear` and `broken` for what is no reason of the answer's.
    pub kind: &'static str,
    pub sentence: String,
    /// In the exercise's main file.
    pub line: Option<usize>,
    /// `E0382`, or the name of a lint.
    pub code: Option<String>,
    /// The test that failed.
    pub test: Option<String>,
    /// The tokens of the rule that was not kept.
    pub tokens: Option<String>,
}

impl Words {
    fn new(kind: &'static str, sentence: impl Into<String>) -> Words {
        Words {
            kind,
            sentence: sentence.into(),
            line: None,
            code: None,
            test: None,
            tokens: None,
        }
    }

    /// Answers that fail alike have the same key: the code, the test, the rule, else the kind of reason.
    pub fn key(&self) -> &str {
        let known = [&self.code, &self.test, &self.tokens];
        let known = known.into_iter().flatten().next();
        known.map_or(self.kind, String::as_str)
    }
}

impl<'a> Entry<'a> {
    /// All reasons, the first one first; none for what passed or was not looked at.
    pub fn reasons(&self) -> Vec<Words> {
        let Some(checked) = self.checked else {
            return Vec::new();
        };
        match &checked.verdict {
            Verdict::Passed => Vec::new(),
            Verdict::NotYet(reasons) => {
                let facts = self.facts(checked);
                reasons.iter().map(|reason| of(reason, &facts)).collect()
            }
            Verdict::Unclear { .. } => vec![Words::new("unclear", UNCLEAR)],
            Verdict::Broken(fault) => {
                vec![Words::new(
                    "broken",
                    format!("{} {}", fault.what, fault.remedy),
                )]
            }
            Verdict::Skipped { missing } => vec![Words::new("missing", needs(missing))],
        }
    }

    pub(super) fn facts(&self, checked: &'a Checked) -> Facts<'a> {
        Facts {
            exercise: self.exercise(),
            place: NOBODYS_FIRST,
            text: self.text,
            evidence: &checked.evidence,
            tries: TRIES,
            choices: &self.exercise().choices,
        }
    }
}

pub(super) const UNCLEAR: &str = "tutor cannot make out how this check has ended.";

pub(super) fn needs(missing: &str) -> String {
    format!("This exercise needs {missing}, which is not here.")
}

fn of(reason: &Reason, facts: &Facts<'_>) -> Words {
    let told = reasons::told(reason, facts);
    let lint = match reason {
        Reason::Lint { lint, .. } => Some(lint.clone()),
        _ => None,
    };
    let tokens = match reason {
        Reason::Token(miss) => Some(miss.tokens.clone()),
        _ => None,
    };
    Words {
        kind: reasons::kind(reason),
        sentence: told.sentences.into_iter().next().unwrap_or_default(),
        line: point::line(reason).filter(|line| *line > 0),
        code: point::code(reason).map(str::to_owned).or(lint),
        test: test_of(reason).map(str::to_owned),
        tokens,
    }
}

fn test_of(reason: &Reason) -> Option<&str> {
    match reason {
        Reason::Test(failed) => Some(&failed.name),
        Reason::Hangs { test, .. } => test.as_deref(),
        Reason::Budget { test, .. } => Some(test),
        Reason::EndedEarly { missing } => missing.first().map(String::as_str),
        _ => None,
    }
}
