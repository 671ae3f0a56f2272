//! The card of each chapter: there, in its form, and small enough.

use super::finding::{Finding, Rule, sentence};
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
