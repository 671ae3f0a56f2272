//! Why an entry did not pass: each reason in words, with what a script may want to sort by.

use super::super::reasons;
use super::super::sitting;
use super::super::told::Facts;
use super::Entry;
use crate::check::verdict::{Checked, Reason, Verdict};
use crate::session::point;

/// The first screens of a course explain more than a report should, and the first try at a prediction is told less.
const NOBODYS_FIRST: usize = usize::MAX;

/// One reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// For scripts: `refused`, `test`, `token`; `missing`, `unclear` and `broken` for what is no reason of the answer's.
    pub kind: &'static str,
    /// The verdict, and a second sentence where the reason has one of its own.
    pub words: String,
    /// In the exercise's main file.
    pub line: Option<usize>,
    /// `E0382`, or the name of a lint.
    pub code: Option<String>,
    /// The test that failed.
    pub test: Option<String>,
    /// The tokens of the rule that was not kept.
    pub tokens: Option<String>,
    /// What the machine said, word for word.
    pub detail: Option<String>,
}

impl Words {
    fn new(kind: &'static str, words: String) -> Words {
        Words {
            kind,
            words,
            line: None,
            code: None,
            test: None,
            tokens: None,
            detail: None,
        }
    }

    fn saying(mut self, detail: &str) -> Words {
        self.detail = (!detail.is_empty()).then(|| detail.to_owned());
        self
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
            Verdict::Broken(fault) => {
                let words = format!("{} {}", fault.what, fault.remedy);
                vec![Words::new("broken", words).saying(&fault.detail)]
            }
            Verdict::Unclear { raw } => {
                vec![Words::new("unclear", self.sentence(checked)).saying(raw)]
            }
            Verdict::Skipped { .. } => vec![Words::new("missing", self.sentence(checked))],
        }
    }

    fn sentence(&self, checked: &'a Checked) -> String {
        let told = sitting::verdict_told(&checked.verdict, &self.facts(checked));
        told.sentences.into_iter().next().unwrap_or_default()
    }

    pub(super) fn facts(&self, checked: &'a Checked) -> Facts<'a> {
        Facts {
            exercise: self.exercise(),
            place: NOBODYS_FIRST,
            text: self.text,
            evidence: &checked.evidence,
            tries: NOBODYS_FIRST,
            choices: &self.exercise().choices,
        }
    }
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
        words: told.sentences.join(" "),
        line: point::line(reason).filter(|line| *line > 0),
        code: point::code(reason).map(str::to_owned).or(lint),
        test: test_of(reason).map(str::to_owned),
        tokens,
        detail: None,
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
