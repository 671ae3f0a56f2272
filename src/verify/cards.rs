//! The card of each chapter: there, in its form, and small enough.

use super::finding::{Finding, Rule};
use crate::course::card::card;
use crate::course::model::{Chapter, Place};

/// Where a chapter's card lies.
pub fn path(chapter: &Chapter) -> String {
    format!("exercises/{}/README.md", chapter.dir)
}

/// What is wrong with a chapter's card; `text`: what its file holds, if there is one.
pub fn of_chapter(chapter: &Chapter, text: Option<&str>) -> Vec<Finding> {
    let path = path(chapter);
    let Some(text) = text else {
        let what = format!("The chapter {} has no card.", chapter.title);
        let remedy = "Write it: `# Title`, a few lines, `## New words`, `## Afterwards you can`.";
        return vec![finding(Place { path, line: 1 }, what, remedy.to_owned())];
    };
    let (_, faults) = card(&path, text);
    let found = faults.into_iter();
    found
        .map(|fault| finding(fault.place, sentence(&fault.what), sentence(&fault.remedy)))
        .collect()
}

fn finding(place: Place, what: String, remedy: String) -> Finding {
    Finding {
        place,
        rule: Rule::Card,
        exercise: None,
        what,
        remedy,
    }
}

/// `a clause` as `A clause.`; a path keeps its small letter, as it is no other file's.
pub fn sentence(clause: &str) -> String {
    let mut letters = clause.chars();
    let Some(first) = letters.next() else {
        return String::new();
    };
    let end = if clause.ends_with(['.', '?', '!']) {
        ""
    } else {
        "."
    };
    match begins_with_path(clause) {
        true => format!("{clause}{end}"),
        false => format!("{}{}{end}", first.to_uppercase(), letters.as_str()),
    }
}

/// `info.toml:86 has …`, `exercises/03_ownership is …`
fn begins_with_path(clause: &str) -> bool {
    let word = clause.split(' ').next().unwrap_or_default();
    let mut parts = word.split('.');
    let in_parts =
        parts.next().is_some() && parts.any(|part| part.starts_with(char::is_alphanumeric));
    word.contains('/') || in_parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_begins_with_a_capital_unless_that_is_a_path() {
        for (clause, expected) in [
            ("write that one", "Write that one."),
            ("is it?", "Is it?"),
            (
                "info.toml:86 has it already",
                "info.toml:86 has it already.",
            ),
            ("exercises/x is a file", "exercises/x is a file."),
            ("done. now this", "Done. now this."),
            ("`a.rs` is odd", "`a.rs` is odd."),
            ("", ""),
        ] {
            assert_eq!(sentence(clause), expected);
        }
    }
}
