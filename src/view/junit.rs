//! Test reports that services read: suites of cases, as XML that is valid whatever a course or a program says.

use std::time::Duration;

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::clean::{Colours, clean};

pub(super) struct Suite {
    pub(super) name: String,
    pub(super) cases: Vec<Case>,
}

/// What a service follows from run to run by `class` and `name`: neither may change while the exercise is the same.
pub(super) struct Case {
    pub(super) class: String,
    pub(super) name: String,
    pub(super) outcome: Outcome,
    pub(super) took: Option<Duration>,
}

pub(super) enum Outcome {
    Passed,
    Skipped {
        message: String,
    },
    Failed(Failure),
    /// It could not be looked at.
    Error(Failure),
}

#[derive(Default)]
pub(super) struct Failure {
    pub(super) kind: Option<String>,
    pub(super) message: String,
    /// All there is to say of it.
    pub(super) text: Option<String>,
}

pub(super) fn xml(name: &str, took: Duration, suites: Vec<Suite>) -> String {
    let mut report = Report::new(known(name));
    report.set_time(took);
    report.add_test_suites(suites.into_iter().map(suite));
    let written = report.to_string();
    written.expect("XML is written to memory")
}

fn suite(suite: Suite) -> TestSuite {
    let mut written = TestSuite::new(known(&suite.name));
    written.add_test_cases(suite.cases.into_iter().map(case));
    written
}

fn case(case: Case) -> TestCase {
    let mut written = TestCase::new(known(&case.name), status(case.outcome));
    written.set_classname(known(&case.class));
    if let Some(took) = case.took {
        written.set_time(took);
    }
    written
}

fn status(outcome: Outcome) -> TestCaseStatus {
    match outcome {
        Outcome::Passed => TestCaseStatus::success(),
        Outcome::Skipped { message } => {
            let mut status = TestCaseStatus::skipped();
            status.set_message(known(&message));
            status
        }
        Outcome::Failed(failure) => failed(NonSuccessKind::Failure, failure),
        Outcome::Error(failure) => failed(NonSuccessKind::Error, failure),
    }
}

fn failed(kind: NonSuccessKind, failure: Failure) -> TestCaseStatus {
    let mut status = TestCaseStatus::non_success(kind);
    status.set_message(known(&failure.message));
    if let Some(kind) = &failure.kind {
        status.set_type(known(kind));
    }
    if let Some(text) = &failure.text {
        status.set_description(known(text));
    }
    status
}

/// The text with nothing that a terminal obeys and nothing that XML does not know; both are shown as Rust writes them.
fn known(text: &str) -> String {
    let mut known = String::with_capacity(text.len());
    for letter in clean(text, Colours::Drop).chars() {
        match letter {
            // The writer lets these two through. All others that XML lacks are control characters.
            '\u{fffe}' | '\u{ffff}' => known.extend(letter.escape_unicode()),
            letter => known.push(letter),
        }
    }
    known
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_letter_is_written_that_xml_does_not_know() {
        let text: String = (0..0x11_0000).filter_map(char::from_u32).collect();
        let failure = || Failure {
            kind: Some(text.clone()),
            message: text.clone(),
            text: Some(text.clone()),
        };
        let outcomes = [
            Outcome::Failed(failure()),
            Outcome::Error(failure()),
            Outcome::Skipped {
                message: text.clone(),
            },
        ];
        let cases = outcomes.into_iter().map(|outcome| Case {
            class: text.clone(),
            name: text.clone(),
            outcome,
            took: None,
        });
        let suite = Suite {
            name: text.clone(),
            cases: cases.collect(),
        };
        let is_known = |c: &char| {
            matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}')
                || *c >= '\u{10000}'
        };
        let xml = xml(&text, Duration::ZERO, vec![suite]);
        assert_eq!(xml.chars().find(|c| !is_known(c)), None);
        let read = Report::deserialize_from_str(&xml);
        assert!(read.is_ok(), "{:?}", read.err());
    }

    #[test]
    fn what_was_printed_can_still_be_read() {
        assert_eq!(known("x \u{fffe} y \u{1b}[2J"), "x \\u{fffe} y \\u{1b}[2J");
    }
}
