//! What counts as a try.

use crate::check::verdict::{Checked, Reason, Verdict};

/// A check counts as a try if the learner has said something: a prediction without a mark says nothing yet.
pub fn counts(checked: &Checked) -> bool {
    let Verdict::NotYet(reasons) = &checked.verdict else {
        return matches!(checked.verdict, Verdict::Passed);
    };
    match reasons.first() {
        Some(Reason::Marks(miss)) => !miss.marks.is_empty(),
        Some(Reason::Trace(miss)) => miss.lines.iter().any(|line| !line.text.trim().is_empty()),
        Some(Reason::File(_)) | None => false,
        Some(_) => true,
    }
}
