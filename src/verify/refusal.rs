//! A wrong answer's `//! refused: …` line, and whether the answer was refused for that.

use crate::check::diagnostic::Diagnostic;
use crate::check::relation;
use crate::check::source::Source;
use crate::check::verdict::{BreakMissKind, ExampleOutcome, Reason};

/// The reason for which an answer says that it is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// A code or a fragment of a message, and the text on its line.
    Error {
        error: String,
        at: Option<String>,
    },
    Test(String),
    Token(String),
    Lint(String),
    Output,
    Budget,
    Marks,
    Changed,
    Misuse(String),
    Mutant(String),
    Hangs,
    Floods,
    Crash,
    EndsEarly,
    Reads,
    /// Kind `break`: it compiles.
    Accepted,
}

/// What may follow `refused:`, in a sentence.
pub const FORMS: &str = "`error E0382 at \"text\"`, `test NAME`, `token T`, `lint L`, `output`, `budget`, `marks`, \
     `changed`, `accepted`, `misuse \"title\"`, `mutant K`, `hangs`, `floods`, `crash`, `ended early`, `reads`";

/// The `refused:` line among a file's leading `//!` lines; `None` if there is none.
pub fn stated(text: &str) -> Option<&str> {
    text.lines()
        .take_while(|line| line.starts_with("//!"))
        .find_map(|line| {
            line.trim_start_matches("//!")
                .trim()
                .strip_prefix("refused:")
                .map(str::trim)
        })
}

/// Reads a statement; `None` if it is none of the forms of the guide.
pub fn parse(statement: &str) -> Option<Refusal> {
    let (word, rest) = statement.split_once(' ').unwrap_or((statement, ""));
    let rest = rest.trim();
    Some(match (word, rest) {
        ("error", rest) if !rest.is_empty() => error(rest)?,
        ("test", name) if !name.is_empty() => Refusal::Test(name.to_owned()),
        ("token", tokens) if !tokens.is_empty() => Refusal::Token(unquoted(tokens).to_owned()),
        ("lint", lint) if !lint.is_empty() => Refusal::Lint(lint.to_owned()),
        ("misuse", title) if !title.is_empty() => Refusal::Misuse(unquoted(title).to_owned()),
        ("mutant", key) if !key.is_empty() => Refusal::Mutant(unquoted(key).to_owned()),
        ("output", "") => Refusal::Output,
        ("budget", _) => Refusal::Budget,
        ("marks", "") => Refusal::Marks,
        ("changed", "") => Refusal::Changed,
        ("hangs", "") => Refusal::Hangs,
        ("floods", "") => Refusal::Floods,
        ("crash", "") => Refusal::Crash,
        ("ended", "early") => Refusal::EndsEarly,
        ("reads", "") => Refusal::Reads,
        ("accepted", "") => Refusal::Accepted,
        _ => return None,
    })
}

fn error(rest: &str) -> Option<Refusal> {
    let (error, at) = match rest.split_once(" at ") {
        Some((error, at)) => (error, Some(unquoted(at.trim()).to_owned())),
        None => (rest, None),
    };
    let error = unquoted(error.trim());
    (!error.is_empty()).then(|| Refusal::Error {
        error: error.to_owned(),
        at,
    })
}

fn unquoted(text: &str) -> &str {
    text.strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'))
        .unwrap_or(text)
}

/// Whether one of the reasons is the stated one. `answer` and `starter`: for the text on an error's line.
pub fn is_among(refusal: &Refusal, reasons: &[Reason], answer: &Source, starter: &Source) -> bool {
    reasons
        .iter()
        .any(|reason| is_it(refusal, reason, answer, starter))
}

fn is_it(refusal: &Refusal, reason: &Reason, answer: &Source, starter: &Source) -> bool {
    match (refusal, reason) {
        (
            Refusal::Error { error, at },
            Reason::Refused {
                error: found, line, ..
            },
        ) => is_error(error, found) && stands_at(at.as_deref(), *line, answer, starter),
        (Refusal::Error { error, at }, Reason::Break(miss)) => match &miss.kind {
            BreakMissKind::OtherLine {
                error: found, line, ..
            }
            | BreakMissKind::OtherCode { error: found, line }
            | BreakMissKind::More {
                error: found, line, ..
            } => {
                let extra = match &miss.kind {
                    BreakMissKind::More { extra, .. } => extra.iter().any(|d| is_error(error, d)),
                    _ => false,
                };
                extra || is_error(error, found) && stands_at(at.as_deref(), *line, answer, starter)
            }
            _ => false,
        },
        (Refusal::Test(name), Reason::Test(failed)) => *name == failed.name,
        (Refusal::Test(_), Reason::EndedEarly { .. }) => false,
        (Refusal::Token(tokens), Reason::Token(miss)) => same_tokens(tokens, &miss.tokens),
        (Refusal::Lint(lint), Reason::Lint { lint: found, .. }) => lint == found,
        (Refusal::Output, Reason::Output(_) | Reason::Trace(_))
        | (Refusal::Budget, Reason::Budget { .. })
        | (Refusal::Marks, Reason::Marks(_))
        | (Refusal::Changed, Reason::Changed { .. })
        | (Refusal::Hangs, Reason::Hangs { .. })
        | (Refusal::Floods, Reason::Floods { .. })
        | (Refusal::Crash, Reason::Crashed { .. })
        | (Refusal::EndsEarly, Reason::EndedEarly { .. })
        | (Refusal::Reads, Reason::ReadsOther { .. }) => true,
        (Refusal::Changed, Reason::Break(miss)) => {
            matches!(miss.kind, BreakMissKind::Rewritten { .. })
        }
        (Refusal::Marks, Reason::Break(miss)) => matches!(
            miss.kind,
            BreakMissKind::NoMark | BreakMissKind::OtherLine { .. }
        ),
        (Refusal::Accepted, Reason::Break(miss)) => miss.kind == BreakMissKind::Accepted,
        (Refusal::Misuse(title), Reason::Examples(examples)) => examples.iter().any(|e| {
            e.title.trim_end_matches('.') == title.trim_end_matches('.')
                && e.outcome != ExampleOutcome::AsItShould
        }),
        (Refusal::Mutant(key), Reason::Mutants { survivors, .. }) => {
            survivors.iter().any(|m| m.key == *key)
        }
        _ => false,
    }
}

/// A reason as a statement would name it, for a person who has to correct one.
pub fn words(reason: &Reason) -> String {
    let code = |d: &Diagnostic| {
        d.code
            .clone()
            .unwrap_or_else(|| format!("\"{}\"", d.message))
    };
    match reason {
        Reason::Refused { error, line, .. } => format!("error {} on line {line}", code(error)),
        Reason::Test(failed) => format!("test {}", failed.name),
        Reason::EndedEarly { .. } => "ended early".into(),
        Reason::Token(miss) => format!("token {}", miss.tokens),
        Reason::Output(_) | Reason::Trace(_) => "output".into(),
        Reason::Hangs { .. } => "hangs".into(),
        Reason::Floods { .. } => "floods".into(),
        Reason::Crashed { .. } => "crash".into(),
        Reason::Lint { lint, line, .. } => format!("lint {lint} on line {line}"),
        Reason::Budget {
            what,
            used,
            allowed,
            ..
        } => format!("budget ({used} {what}, {allowed} allowed)"),
        Reason::Marks(_) => "marks".into(),
        Reason::Changed { line, .. } => format!("changed (line {line})"),
        Reason::Break(miss) => match &miss.kind {
            BreakMissKind::Accepted => "accepted".into(),
            BreakMissKind::NoMark => "marks".into(),
            BreakMissKind::Rewritten { line, .. } => format!("changed (line {line})"),
            BreakMissKind::OtherLine { error, line, .. }
            | BreakMissKind::OtherCode { error, line }
            | BreakMissKind::More { error, line, .. } => {
                format!("error {} on line {line}", code(error))
            }
        },
        Reason::Examples(examples) => {
            let missed = examples
                .iter()
                .filter(|e| e.outcome != ExampleOutcome::AsItShould);
            let titles: Vec<String> = missed.map(|e| format!("\"{}\"", e.title)).collect();
            format!("misuse {}", titles.join(" and "))
        }
        Reason::Mutants { survivors, .. } => {
            let keys: Vec<&str> = survivors.iter().map(|m| m.key.as_str()).collect();
            format!("mutant {}", keys.join(" and "))
        }
        Reason::File(_) => "the file cannot be read".into(),
        Reason::ReadsOther { path } => format!("reads ({path})"),
    }
}

fn is_error(wanted: &str, found: &Diagnostic) -> bool {
    found.code.as_deref() == Some(wanted) || relation::matches(found, &[wanted.to_owned()])
}

fn stands_at(at: Option<&str>, line: usize, answer: &Source, starter: &Source) -> bool {
    at.is_none_or(|text| answer.line(line).contains(text) || starter.line(line).contains(text))
}

/// Blanks between tokens do not count.
fn same_tokens(one: &str, other: &str) -> bool {
    let words = |text: &str| {
        let source = Source::new(text);
        source
            .code()
            .map(|token| source.slice(token).to_owned())
            .collect::<Vec<_>>()
    };
    words(one) == words(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_the_guide_is_read() {
        let error = |error: &str, at: &str| Refusal::Error {
            error: error.into(),
            at: Some(at.into()),
        };
        for (text, wanted) in [
            (
                "error E0382 at \"(entry, crane)\"",
                error("E0382", "(entry, crane)"),
            ),
            (
                "error \"may not live\" at \"x at y\"",
                error("may not live", "x at y"),
            ),
            ("test a_name", Refusal::Test("a_name".into())),
            ("token .clone(", Refusal::Token(".clone(".into())),
            (
                "misuse \"It cannot be copied\"",
                Refusal::Misuse("It cannot be copied".into()),
            ),
            ("hangs", Refusal::Hangs),
        ] {
            assert_eq!(parse(text), Some(wanted), "{text}");
        }
        assert_eq!(parse("because"), None);
        assert_eq!(parse("test"), None);
    }

    #[test]
    fn the_statement_stands_among_the_leading_lines() {
        assert_eq!(
            stated("//! A belief.\n//! refused: hangs\n\nfn main() {}"),
            Some("hangs")
        );
        assert_eq!(stated("//! A belief.\n\n//! refused: hangs\n"), None);
    }
}
