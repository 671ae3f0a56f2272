//! The loan picture: one lane at the left of the source, from where a value begins or is lent, past the conflict, to
//! where the loan is still used. Made from rustc's own spans and labels. Where these leave a doubt there is none.

mod gone;
mod lent;
mod roles;

use super::frame::{Frame, Mark, MarkKind, Source};
use super::program::{Program, plain_name, ticks};
use super::screen::{Block, Row};
use crate::check::diagnostic::{Diagnostic, Span};

/// The picture of a loan or a move, under a title that names the value; `None` where it would not be sure to be right.
pub fn picture(error: &Diagnostic, program: &Program<'_>) -> Option<Block> {
    let roles = roles::read(error, program)?;
    let (frame, lent) = match roles.shape {
        roles::Shape::Gone => (gone::frame(error, &roles, program)?, false),
        roles::Shape::Lent => (lent::frame(error, &roles)?, true),
    };
    let mut rows = Vec::new();
    if let Some(name) = name(error) {
        rows.push(Row::words(if lent {
            format!("{name}, lent out")
        } else {
            name
        }));
    }
    let titled = !rows.is_empty();
    rows.push(Row::Code(frame));
    Some(Block { rows, titled })
}

fn name(error: &Diagnostic) -> Option<String> {
    let name = plain_name(ticks(&error.message).first().copied()?);
    (!name.is_empty()).then(|| name.to_owned())
}

/// The line of a span, with its part of that line marked.
fn source(span: &Span, kind: MarkKind, label: &str) -> Option<Source> {
    let text = span.text.first()?;
    let start = span.column_start.checked_sub(1)?;
    let end = if span.line_start == span.line_end {
        span.column_end.checked_sub(1)?
    } else {
        text.trim_end().chars().count()
    };
    Some(Source {
        number: Some(span.line_start),
        text: text.clone(),
        marks: vec![Mark {
            start,
            length: end.saturating_sub(start),
            kind,
            label: label.to_owned(),
        }],
        ..Source::default()
    })
}

fn laned(lines: Vec<Source>) -> Frame {
    Frame {
        laned: true,
        lines,
        ..Frame::default()
    }
}
