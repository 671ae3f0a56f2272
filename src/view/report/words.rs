//! Why an entry did not pass: each reason in words, with what a script may want to sort by.

use super::super::codes;
use super::super::reasons;
use super::super::sitting;
use super::super::told::Facts;
use super::Entry;
use crate::check::verdict::{
    Checked, Failure, FileTrouble, Reason, TokenMiss, TokenMissKind, Verdict,
};
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
    /// Answers that fail alike have the same one: the code, the test, the rule, rustc's headline, else the kind.
    pub key: String,
    /// What that is, in a few words.
    pub short: String,
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
            key: kind.to_owned(),
            short: kind.to_owned(),
        }
    }

    fn saying(mut self, detail: &str) -> Words {
        self.detail = (!detail.is_empty()).then(|| detail.to_owned());
        self
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
    let code = point::code(reason).or(match reason {
        Reason::Lint { lint, .. } => Some(lint),
        _ => None,
    });
    let tokens = match reason {
        Reason::Token(miss) => Some(miss.tokens.as_str()),
        _ => None,
    };
    let headline = match reason {
        Reason::Refused { error, .. } => Some(error.message.as_str()),
        _ => None,
    };
    let (kind, test) = (reasons::kind(reason), test_of(reason));
    let file = match reason {
        Reason::File(trouble) => Some(of_file(trouble).0),
        _ => None,
    };
    let key = code.or(test).or(tokens).or(headline).or(file);
    let key = key.unwrap_or(kind);
    let mut sentences = told.sentences;
    sentences.extend(failure(reason));
    Words {
        kind,
        words: sentences.join(" "),
        line: point::line(reason).filter(|line| *line > 0),
        code: code.map(str::to_owned),
        test: test.map(str::to_owned),
        tokens: tokens.map(str::to_owned),
        detail: None,
        key: key.to_owned(),
        short: short(reason, key, test),
    }
}

/// What a key means, in a table of many. The name of a test is a sentence already.
fn short(reason: &Reason, key: &str, test: Option<&str>) -> String {
    if let Some((_, words)) = codes::about(key) {
        return format!("{key} {words}");
    }
    if let Some(test) = test {
        return reasons::test_name(test);
    }
    let words = match reason {
        Reason::Lint { lint, .. } => return format!("the warning `{lint}`"),
        Reason::Token(miss) => return of_token(miss),
        Reason::File(trouble) => of_file(trouble).1,
        Reason::Break(_) => "the compiler does not refuse it as asked",
        Reason::Changed { .. } => "code that has to stay was changed",
        Reason::Crashed { .. } => "the program ends badly",
        Reason::EndedEarly { .. } => "the tests end too early",
        Reason::Examples(_) => "an example does not do what it should",
        Reason::Floods { .. } => "the program prints without end",
        Reason::Hangs { .. } => "the program does not end",
        Reason::Marks(_) => "other marks",
        Reason::Mutants { .. } => "a faulty version passes its tests",
        Reason::Output(_) | Reason::Trace(_) => "the program prints something else",
        Reason::ReadsOther { .. } => "it takes in another file",
        Reason::Refused { .. } | Reason::Test(_) | Reason::Budget { .. } => key,
    };
    words.to_owned()
}

fn of_token(miss: &TokenMiss) -> String {
    let tokens = miss.tokens.trim();
    match miss.kind {
        TokenMissKind::Refused { allowed: 0, .. } => format!("`{tokens}` is not allowed"),
        TokenMissKind::Refused { .. } => format!("`{tokens}` is there too often"),
        TokenMissKind::Absent { found: 0, .. } => format!("`{tokens}` is missing"),
        TokenMissKind::Absent { .. } => format!("`{tokens}` is not there often enough"),
        TokenMissKind::Unsafe { .. } => "`unsafe` is not allowed".to_owned(),
    }
}

/// The key of a file that is no program, and what that means.
fn of_file(trouble: &FileTrouble) -> (&'static str, &'static str) {
    match trouble {
        FileTrouble::Missing { .. } => ("file_missing", "the file is not there"),
        FileTrouble::Empty { .. } => ("file_empty", "the file is empty"),
        FileTrouble::NotUtf8 { .. } => ("file_not_utf8", "the file is not written in UTF-8"),
        FileTrouble::TooLarge { .. } => ("file_too_large", "the file is too large"),
        FileTrouble::Unbalanced { .. } => (
            "file_unbalanced",
            "a bracket, a comment or a text is not closed",
        ),
    }
}

/// What a screen would show as evidence: the first test that fails, and how.
fn failure(reason: &Reason) -> Option<String> {
    let Reason::Test(failed) = reason else {
        return None;
    };
    let name = reasons::test_name(&failed.name);
    Some(match &failed.failure {
        Failure::Differs {
            found, expected, ..
        } => format!("\"{name}\" expected {expected} and found {found}."),
        Failure::Panic { message, .. } => {
            let first = message.lines().next().unwrap_or_default();
            format!("\"{name}\" panicked: {first}")
        }
    })
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
