//! Kind `break`: the learner makes the compiler refuse it, as asked.

use super::super::count::{counted, listed};
use super::super::frame::{Frame, Source};
use super::super::screen::{Block, Row};
use super::super::snippet;
use super::super::told::{Facts, Told};
use super::refused::evidence;
use crate::check::diagnostic::Diagnostic;
use crate::check::verdict::{BreakMiss, BreakMissKind};

pub(super) fn told(miss: &BreakMiss, facts: &Facts<'_>) -> Told {
    let wanted = wanted(&miss.expected);
    match &miss.kind {
        BreakMissKind::Accepted => Told::not_yet(format!(
            "It still compiles. The compiler is to refuse it with {wanted}."
        ))
        .blocks(meaning(&miss.expected))
        .next(format!(
            "Change the code between the two `TODO` lines until {wanted} comes, and save."
        )),
        BreakMissKind::NoMark => Told::not_yet(format!(
            "The error is the right one, but no line has the mark `//~ {}`.",
            first(&miss.expected)
        ))
        .next("Put the mark at the end of the line that is to be refused, and save."),
        BreakMissKind::OtherLine {
            marked,
            error,
            line,
        } => {
            let marked_line = marked.map_or_else(String::new, |line| format!(" in line {line}"));
            with_error(error, facts, format!("The error is the right one, but line {line} is refused, and the mark stands{marked_line}."))
                .next("Let the marked line be the one that is refused, and save.")
        }
        BreakMissKind::OtherCode { error, line } => {
            let found = error.code.as_deref().unwrap_or("an error without a code");
            with_error(
                error,
                facts,
                format!("It is refused in line {line}, but with {found} and not with {wanted}."),
            )
            .next(format!(
                "Mend that, and bring about {wanted} instead. Then save."
            ))
        }
        BreakMissKind::More { line, extra, .. } => {
            let others = counted(extra.len(), "other error", "other errors");
            let told = Told::not_yet(format!(
                "Line {line} is refused as it should be, but there is {others} beside it."
            ));
            let told = extra.iter().take(1).fold(told, |told, error| {
                told.blocks(evidence(error, false, facts))
            });
            told.next("Keep that one error, mend the rest, and save.")
        }
        BreakMissKind::Rewritten { line, source } => {
            let frame = Frame {
                lines: vec![Source {
                    number: Some(*line),
                    text: source.clone(),
                    ..Source::default()
                }],
                ..Frame::default()
            };
            Told::not_yet(format!(
                "Line {line} was written anew. Here lines may only be moved."
            ))
            .block(Block::of([Row::Code(frame)]))
            .next(format!(
                "Put line {line} back as it was, move lines only, and save."
            ))
        }
    }
}

fn with_error(error: &Diagnostic, facts: &Facts<'_>, sentence: String) -> Told {
    let mut told = Told::not_yet(sentence).blocks(evidence(error, true, facts));
    told.more = (!snippet::notes(error, &facts.program()).is_empty())
        .then(|| "more from the compiler".to_owned());
    told
}

fn meaning(expected: &[String]) -> Option<Block> {
    let code = expected.first()?;
    let (long, _) = super::super::codes::about(code)?;
    Some(Block::words(format!("{code} means: {long}.")))
}

fn first(expected: &[String]) -> &str {
    expected.first().map_or("", String::as_str)
}

/// `E0502`, `E0502 or E0499`.
pub(super) fn wanted(expected: &[String]) -> String {
    match expected {
        [] => "an error".to_owned(),
        _ => listed(expected).replace(" and ", " or "),
    }
}
