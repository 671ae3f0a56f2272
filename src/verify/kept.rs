//! What a proof has found, as fields that are kept until the next run.

use std::time::Duration;

use super::{Finding, Rule};
use crate::course::model::Place;

/// The outcome of one exercise's proof.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outcome {
    pub findings: Vec<Finding>,
    /// What the exercise needs and this machine lacks.
    pub skipped: Option<String>,
    pub took: Duration,
}

/// In the place of an exercise's entry, which moves when something is written above it.
const ENTRY: &str = "@";

/// As fields: two, and five more for each finding.
pub fn write(outcome: &Outcome, entry: &Place) -> Vec<String> {
    let skipped = outcome.skipped.clone().unwrap_or_default();
    let mut fields = vec![outcome.took.as_millis().to_string(), skipped];
    for finding in &outcome.findings {
        let Finding {
            place,
            rule,
            what,
            remedy,
            ..
        } = finding;
        let (path, line) = match place == entry {
            true => (ENTRY, 0),
            false => (place.path.as_str(), place.line),
        };
        let line = line.to_string();
        fields.extend([rule.id(), path, &line, what, remedy].map(str::to_owned));
    }
    fields
}

/// What [`write`] has written; `None` for anything else. `id` and `entry` are the exercise's own, as they are now.
pub fn read(fields: &[String], id: &str, entry: &Place) -> Option<Outcome> {
    let [took, skipped, rest @ ..] = fields else {
        return None;
    };
    let findings = rest.chunks(5).map(|fields| {
        let [rule, path, line, what, remedy] = fields else {
            return None;
        };
        let place = match path.as_str() {
            ENTRY => entry.clone(),
            path => Place {
                path: path.to_owned(),
                line: line.parse().ok()?,
            },
        };
        Some(Finding {
            place,
            rule: Rule::by_id(rule)?,
            exercise: Some(id.to_owned()),
            what: what.clone(),
            remedy: remedy.clone(),
        })
    });
    Some(Outcome {
        findings: findings.collect::<Option<_>>()?,
        skipped: Some(skipped.clone()).filter(|missing| !missing.is_empty()),
        took: Duration::from_millis(took.parse().ok()?),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(path: &str, line: usize) -> Place {
        Place {
            path: path.into(),
            line,
        }
    }

    fn finding(place: Place, what: &str) -> Finding {
        Finding {
            place,
            rule: Rule::WrongPasses,
            exercise: Some("a".into()),
            what: what.into(),
            remedy: "Mend it.".into(),
        }
    }

    #[test]
    fn what_was_written_is_read_again() {
        let entry = place("info.toml", 7);
        let outcome = Outcome {
            findings: vec![
                finding(place("exercises/a.rs", 3), "tabs\tand\nlines \\ and \\n"),
                finding(entry.clone(), ""),
            ],
            skipped: Some("clippy".into()),
            took: Duration::from_millis(40),
        };
        let text = write(&outcome, &entry);
        assert_eq!(read(&text, "a", &entry), Some(outcome.clone()));
        let empty = Outcome::default();
        assert_eq!(read(&write(&empty, &entry), "a", &entry), Some(empty));
    }

    #[test]
    fn an_entry_that_has_moved_is_found_where_it_is_now() {
        let (before, now) = (place("info.toml", 7), place("info.toml", 9));
        let outcome = Outcome {
            findings: vec![finding(before.clone(), "x")],
            ..Outcome::default()
        };
        let found = read(&write(&outcome, &before), "a", &now).expect("it is whole");
        assert_eq!(found.findings[0].place, now);
    }

    #[test]
    fn anything_else_is_not_read() {
        let entry = place("info.toml", 7);
        for text in [
            "",
            "x|",
            "12",
            "12||V030|only|three",
            "12||V999|a|1|b|c",
            "12||V030|a|one|b|c",
        ] {
            let fields: Vec<String> = text.split('|').map(str::to_owned).collect();
            assert_eq!(read(&fields, "a", &entry), None, "{text:?}");
        }
    }
}
