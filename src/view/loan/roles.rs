//! Which span plays which part, by the code and by fragments of the labels. Only these fragments are read.

use super::super::program::Program;
use crate::check::diagnostic::{Diagnostic, Span};

/// The two pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// The lane ends where the value is given away.
    Gone,
    /// The lane is a bracket around the loan.
    Lent,
}

/// The spans of a picture. All stand in the first file of the program, as it was written.
#[derive(Debug)]
pub(super) struct Roles<'a> {
    pub shape: Shape,
    pub begins: &'a Span,
    pub conflict: &'a Span,
    /// Where the value is given away; none where the conflict itself does that, in a loop.
    pub ends: Option<&'a Span>,
    /// A loop around it all.
    pub round: Option<&'a Span>,
    /// Where the loan is used after the conflict: one such place, not always the last.
    pub used: Option<&'a Span>,
}

struct Entry {
    code: &'static str,
    shape: Shape,
    begins: &'static str,
    conflict: &'static str,
}

const TABLE: [Entry; 8] = [
    entry("E0382", Shape::Gone, "move occurs because", "after move"),
    entry(
        "E0499",
        Shape::Lent,
        "first mutable borrow occurs",
        "second mutable borrow occurs",
    ),
    entry(
        "E0502",
        Shape::Lent,
        "borrow occurs here",
        "borrow occurs here",
    ),
    entry("E0503", Shape::Lent, "is borrowed here", "use of borrowed"),
    entry("E0505", Shape::Lent, "borrow of", "move out of"),
    entry("E0506", Shape::Lent, "is borrowed here", "is assigned to"),
    entry(
        "E0597",
        Shape::Lent,
        "does not live long enough",
        "dropped here",
    ),
    entry(
        "E0716",
        Shape::Lent,
        "creates a temporary",
        "is freed at the end",
    ),
];

const fn entry(
    code: &'static str,
    shape: Shape,
    begins: &'static str,
    conflict: &'static str,
) -> Entry {
    Entry {
        code,
        shape,
        begins,
        conflict,
    }
}

/// Where a value goes: the most exact label first.
const GIVEN: [&str; 3] = [
    "moved into closure",
    "moved due to this",
    "value moved here",
];
const AGAIN: &str = "previous iteration";
const USED: &str = "later used here";
/// The same, by a value that is dropped.
const DROPPED: &str = "might be used here, when";

/// Labels that say nothing that the picture has to show.
const BESIDE: [&str; 7] = [
    "declared here",
    "occurs due to use",
    "moved due to use",
    "inside of this loop",
    "you could clone",
    "used by call",
    "help:",
];

/// The roles of an error's spans, if each is there once and nothing else is said that the table does not know.
pub(super) fn read<'a>(error: &'a Diagnostic, program: &Program<'_>) -> Option<Roles<'a>> {
    let code = error.code.as_deref()?;
    let entry = TABLE.iter().find(|entry| entry.code == code)?;
    let find = |fragment: &str, primary: Option<bool>| only(error, fragment, primary);
    let by_primary = entry.begins == entry.conflict;
    let begins = find(entry.begins, by_primary.then_some(false))?;
    let again = error.spans.iter().find(|span| says(span, AGAIN));
    let conflict = match again {
        Some(again) if entry.shape == Shape::Gone => again,
        _ => find(entry.conflict, by_primary.then_some(true))?,
    };
    let given = GIVEN.iter().find_map(|label| find(label, None));
    let roles = Roles {
        shape: entry.shape,
        begins,
        conflict,
        ends: given.filter(|_| again.is_none() && entry.shape == Shape::Gone),
        round: error
            .spans
            .iter()
            .find(|span| says(span, "inside of this loop")),
        used: find(USED, None).or_else(|| find(DROPPED, None)),
    };
    (roles.complete() && roles.placed(program) && strangers(error, entry) < 2).then_some(roles)
}

impl Roles<'_> {
    fn complete(&self) -> bool {
        match self.shape {
            Shape::Gone => self.ends.is_some() || self.round.is_some(),
            Shape::Lent => self.used.is_some(),
        }
    }

    /// All in one file, as it was written.
    fn placed(&self, program: &Program<'_>) -> bool {
        let optional = [self.ends, self.round, self.used].into_iter().flatten();
        let mut spans = [self.begins, self.conflict].into_iter().chain(optional);
        spans.all(|span| program.wrote(span) && span.file == self.begins.file)
    }
}

fn says(span: &Span, fragment: &str) -> bool {
    span.label
        .as_deref()
        .is_some_and(|label| label.contains(fragment))
}

/// The one span with this label; none where there are two places with it.
fn only<'a>(error: &'a Diagnostic, fragment: &str, primary: Option<bool>) -> Option<&'a Span> {
    let fits =
        |span: &&Span| says(span, fragment) && primary.is_none_or(|wanted| span.primary == wanted);
    let mut found = error.spans.iter().filter(fits);
    let first = found.next()?;
    let same = |other: &Span| {
        (other.line_start, other.column_start) == (first.line_start, first.column_start)
    };
    found.all(same).then_some(first)
}

/// Labels that are not in the table.
fn strangers(error: &Diagnostic, entry: &Entry) -> usize {
    let known = |label: &str| {
        let fragments = [entry.begins, entry.conflict, AGAIN, USED, DROPPED];
        let mut all = fragments.iter().chain(&GIVEN).chain(&BESIDE);
        all.any(|fragment| label.contains(fragment))
    };
    let labels = error.spans.iter().filter_map(|span| span.label.as_deref());
    labels
        .filter(|label| !label.is_empty() && !known(label))
        .count()
}
