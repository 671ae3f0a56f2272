//! The value is given away, and wanted again below.

use super::super::frame::{Frame, Lane, MarkKind, Source};
use super::super::program::{Program, ticks};
use super::roles::Roles;
use super::{laned, source};
use crate::check::diagnostic::{Diagnostic, Span};

pub(super) fn frame(error: &Diagnostic, roles: &Roles<'_>, program: &Program<'_>) -> Option<Frame> {
    let begins = with_lane(
        source(roles.begins, MarkKind::Other, began(roles.begins))?,
        Lane::Opens,
    );
    match roles.ends {
        Some(ends) => straight(error, roles, begins, ends),
        None => in_rounds(roles, begins, program),
    }
}

/// It begins above where it is given away, and that stands above where it is wanted.
fn straight(error: &Diagnostic, roles: &Roles<'_>, begins: Source, ends: &Span) -> Option<Frame> {
    let (start, gone, wanted) = (
        roles.begins.line_start,
        ends.line_start,
        roles.conflict.line_start,
    );
    let one_line = gone == wanted && ends.column_end <= roles.conflict.column_start;
    if start >= gone || (gone >= wanted && !one_line) {
        return None;
    }
    let gone = source(ends, MarkKind::Other, &given(error, ends))?;
    let used = "used here, but it is gone";
    let wanted = Source {
        bare: one_line,
        ..source(roles.conflict, MarkKind::Refused, used)?
    };
    Some(laned(vec![
        begins,
        with_lane(gone, Lane::Gone),
        with_lane(wanted, Lane::Missing),
    ]))
}

/// One line is both the gift and the next use.
fn in_rounds(roles: &Roles<'_>, begins: Source, program: &Program<'_>) -> Option<Frame> {
    let round = roles.round?;
    let wanted = source(
        roles.conflict,
        MarkKind::Refused,
        "moved in one round, so it is gone in the next",
    )?;
    let (start, gone) = (roles.begins.line_start, roles.conflict.line_start);
    if start >= round.line_start || round.line_start > gone {
        return None;
    }
    let mut lines = vec![begins];
    if round.line_start < gone {
        lines.push(Source {
            number: Some(round.line_start),
            text: program.line(round.line_start)?.to_owned(),
            lane: Lane::Passes,
            ..Source::default()
        });
    }
    lines.push(with_lane(wanted, Lane::Missing));
    Some(laned(lines))
}

fn with_lane(source: Source, lane: Lane) -> Source {
    Source { lane, ..source }
}

/// How the name came to its value, where the text in front of it says so.
fn began(span: &Span) -> &'static str {
    let Some(line) = span.text.first() else {
        return "";
    };
    let before: String = line
        .chars()
        .take(span.column_start.saturating_sub(1))
        .collect();
    let after: String = line
        .chars()
        .skip(span.column_end.saturating_sub(1))
        .collect();
    let statement = before
        .rfind("let ")
        .map(|at| (&before[..at], &before[at + 4..]));
    match statement {
        Some((first, pattern)) if !pattern.contains(['=', '|', ';']) => {
            let condition = first.trim_end().ends_with("if") || first.trim_end().ends_with("while");
            let made = after.trim_start().starts_with(['=', ':']) && after.contains('=');
            if condition || !made {
                "named here"
            } else {
                "made here"
            }
        }
        _ if before.contains("fn ") && !before.contains(['{', '|']) => "comes in here",
        _ => "named here",
    }
}

/// Where it went, where rustc names that.
fn given(error: &Diagnostic, ends: &Span) -> String {
    let label = ends.label.as_deref().unwrap_or_default();
    if label.contains("into closure") {
        return "moved: the closure takes it along".to_owned();
    }
    if label.contains("implicit call to `.into_iter()`") {
        return "moved: the `for` uses it up".to_owned();
    }
    match taker(error) {
        Some(name) if label.contains("method call") => format!("moved: `{name}` takes it whole"),
        Some(name) => format!("moved: given to `{name}`"),
        None => "moved: given away here".to_owned(),
    }
}

/// The function that a note names as the one that takes the value.
fn taker(error: &Diagnostic) -> Option<&str> {
    error.children.iter().find_map(|child| {
        let parameter = child.message.contains("this parameter type in");
        let receiver = child.message.contains("takes ownership of the receiver");
        let name = ticks(&child.message)
            .first()
            .copied()
            .filter(|_| parameter || receiver)?;
        name.rsplit("::").next()
    })
}
