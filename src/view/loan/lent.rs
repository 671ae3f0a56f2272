//! The value is lent, and something else is wanted of it before the loan is over.

use super::super::frame::{Frame, Lane, MarkKind, Source};
use super::super::program::ticks;
use super::roles::Roles;
use super::{laned, source};
use crate::check::diagnostic::{Diagnostic, Span};

pub(super) fn frame(error: &Diagnostic, roles: &Roles<'_>) -> Option<Frame> {
    let used = roles.used?;
    let (lent, conflict, still) = (
        roles.begins.line_start,
        roles.conflict.line_start,
        used.line_start,
    );
    let one_line = lent == conflict && roles.begins.column_end <= roles.conflict.column_start;
    if lent > conflict || (lent == conflict && !one_line) {
        return None;
    }
    let words = Words::of(error, roles);
    let kind = if dies(error) {
        MarkKind::Other
    } else {
        MarkKind::Refused
    };
    let wanted = Source {
        lane: Lane::Conflict,
        bare: one_line,
        ..source(roles.conflict, kind, &words.conflict)?
    };
    if still > conflict {
        let begins = source(roles.begins, MarkKind::Other, words.begins)?;
        let used = source(used, MarkKind::Other, &words.used)?;
        let lines = vec![
            with_lane(begins, Lane::Opens),
            wanted,
            with_lane(used, Lane::Closes),
        ];
        return Some(laned(lines));
    }
    again(roles, used, &words, wanted)
}

/// In a loop: the next use of the loan stands above the conflict, in the next round.
fn again(roles: &Roles<'_>, used: &Span, words: &Words, wanted: Source) -> Option<Frame> {
    let (lent, still) = (roles.begins.line_start, used.line_start);
    if still == roles.conflict.line_start {
        return None;
    }
    let mut lines = Vec::new();
    if still == lent {
        let whole = wider(roles.begins, used);
        lines.push(with_lane(
            source(whole, MarkKind::Other, words.begins)?,
            Lane::OpensAgain,
        ));
    } else if still > lent {
        let begins = source(roles.begins, MarkKind::Other, words.begins)?;
        lines.push(with_lane(begins, Lane::Opens));
        let used = source(used, MarkKind::Other, "uses the loan, in every round")?;
        lines.push(with_lane(used, Lane::Passes));
    } else {
        return None;
    }
    lines.push(wanted);
    Some(Frame {
        tail: Some(format!("next round: line {still} uses the loan again")),
        ..laned(lines)
    })
}

fn with_lane(source: Source, lane: Lane) -> Source {
    Source { lane, ..source }
}

/// Of two spans in one line, the one that contains the other; else the first.
fn wider<'a>(first: &'a Span, second: &'a Span) -> &'a Span {
    let contains =
        second.column_start <= first.column_start && first.column_end <= second.column_end;
    if contains { second } else { first }
}

struct Words {
    begins: &'static str,
    conflict: String,
    used: String,
}

impl Words {
    fn of(error: &Diagnostic, roles: &Roles<'_>) -> Words {
        let label = |span: &Span| span.label.clone().unwrap_or_default();
        let (begins, conflict) = (label(roles.begins), label(roles.conflict));
        Words {
            begins: lent(&begins),
            conflict: wants(error, &conflict, roles.conflict),
            used: still_used(error, roles),
        }
    }
}

/// Codes of a value that ends too early: what is refused is where it is lent, and X is where it ends.
fn dies(error: &Diagnostic) -> bool {
    matches!(error.code.as_deref(), Some("E0597" | "E0716"))
}

fn still_used(error: &Diagnostic, roles: &Roles<'_>) -> String {
    let label = roles
        .used
        .and_then(|used| used.label.as_deref())
        .unwrap_or_default();
    if label.contains("when ") {
        let name = ticks(label)
            .first()
            .map_or_else(|| "it".to_owned(), |name| format!("`{name}`"));
        return format!("used here once more, when {name} is dropped");
    }
    let words = if dies(error) {
        "used here, but what it looks at is gone"
    } else {
        "still used here"
    };
    words.to_owned()
}

fn lent(label: &str) -> &'static str {
    if label.contains("immutable") {
        "lent for reading"
    } else if label.contains("mutable") {
        "lent for changing"
    } else if label.contains("creates a temporary") {
        "lent, but nobody keeps it"
    } else {
        "lent"
    }
}

fn wants(error: &Diagnostic, label: &str, span: &Span) -> String {
    let name = super::name(error);
    match error.code.as_deref() {
        Some("E0499") => "wants it alone, to change it".to_owned(),
        Some("E0502") if label.contains("immutable") => "wants to read it meanwhile".to_owned(),
        Some("E0502") => "wants it alone, to change it".to_owned(),
        Some("E0503") => "used while it is lent for changing".to_owned(),
        Some("E0505") => "given away while it is lent".to_owned(),
        Some("E0506") if overwrites(span) => "overwritten while it is lent".to_owned(),
        Some("E0506") => "changed while it is lent".to_owned(),
        Some("E0597") => match name {
            Some(name) => format!("`{name}` ends here while it is lent"),
            None => "ends here while it is lent".to_owned(),
        },
        _ => "so it is gone from here on".to_owned(),
    }
}

/// `level = 180`, and not `level += 5`.
fn overwrites(span: &Span) -> bool {
    super::super::program::begins(span).is_some_and(|code| code.contains(" = "))
}
