//! The compiler refuses it.

use super::super::loan;
use super::super::program::{Program, primary};
use super::super::refusal;
use super::super::screen::{Block, Row};
use super::super::snippet::{self, Detail};
use super::super::text::{Line, Role};
use super::super::told::{Facts, Told};
use crate::check::diagnostic::Diagnostic;
use crate::check::verdict::Relation;

pub(super) fn told(error: &Diagnostic, relation: Relation, line: usize, facts: &Facts<'_>) -> Told {
    if line == 0 {
        return without_line(error, facts);
    }
    let program = facts.program();
    let sentence = refusal::sentence(error, line, &program);
    let mut told = Told::not_yet(match in_another_file(error, &program) {
        Some(where_it_is) => format!("{sentence} {where_it_is}"),
        None => sentence,
    });
    let about = relation == Relation::Expected;
    told.blocks = match relation {
        Relation::InTests => in_tests(error, facts),
        _ => evidence(error, about, facts),
    };
    let others = facts.evidence.errors.len().saturating_sub(1);
    let first = facts.place == 0 && about;
    if first {
        told.blocks.extend(how_to_read(error, facts));
        return told
            .next(format!(
                "Open the file in your editor (press o), correct line {line}, and save."
            ))
            .next("This screen looks again by itself, each time you save.");
    }
    let drawn = told.blocks.len() > 1; // a picture stands in the place of what rustc said
    if others > 0 || (about && (drawn || !error.children.is_empty())) {
        told.more = Some("more from the compiler".to_owned());
    }
    if relation == Relation::InTests {
        return told.next(
            "Look at what the tests call: something there does not fit any more. Then save.",
        );
    }
    told.next(refusal::next(error, line, &program))
}

/// It stands in no file of the exercise.
fn without_line(error: &Diagnostic, facts: &Facts<'_>) -> Told {
    let (sentence, next) = match primary(error) {
        Some(_) => (
            "The compiler refuses a file that this one takes in.",
            "Write what is needed into this file, and save.",
        ),
        None => (
            "The compiler refuses the program.",
            "Mend what the compiler names, and save.",
        ),
    };
    let mut told = Told::not_yet(sentence).next(next);
    told.blocks = evidence(error, false, facts);
    told
}

/// Of an exercise of several files the main one is meant unless another is named.
fn in_another_file(error: &Diagnostic, program: &Program<'_>) -> Option<String> {
    let place = program.own(primary(error)?)?;
    let name = place.file.rsplit('/').next()?;
    (program.files.first() != Some(&place.file)).then(|| format!("That line stands in `{name}`."))
}

/// The line of the tests, and what of the learner's own it does not fit.
fn in_tests(error: &Diagnostic, facts: &Facts<'_>) -> Vec<Block> {
    let program = facts.program();
    let mut headline = snippet::headline(error);
    headline
        .rows
        .extend(snippet::snippet(error, &program, Detail::Whole).rows);
    let mut blocks = vec![headline];
    blocks.extend(snippet::places_of_ones_own(error, &program));
    blocks
}

/// A picture where there is one, else rustc's own snippet; notes and helps only where the exercise is not about them.
pub(super) fn evidence(error: &Diagnostic, about: bool, facts: &Facts<'_>) -> Vec<Block> {
    let program = facts.program();
    let detail = if about { Detail::Bare } else { Detail::Whole };
    let mut headline = snippet::headline(error);
    let mut blocks = match loan::picture(error, &program) {
        Some(picture) => vec![headline, picture],
        None => {
            headline
                .rows
                .extend(snippet::snippet(error, &program, detail).rows);
            vec![headline]
        }
    };
    blocks.extend(snippet::kept_across_await(error, &program));
    if !about {
        blocks.extend(snippet::notes(error, &program));
    }
    blocks
}

/// The three things that every error says: once, with the very first.
fn how_to_read(error: &Diagnostic, facts: &Facts<'_>) -> Option<Block> {
    let code = error.code.as_deref()?;
    let program = facts.program();
    let span = program.own(super::super::program::primary(error)?)?;
    let marks = "^".repeat(
        span.column_end
            .saturating_sub(span.column_start)
            .clamp(1, 7),
    );
    let row = |what: &str, means: String| {
        Row::led(
            Line::plain("    ").and(what, Role::Strong),
            16,
            Line::plain(means),
        )
    };
    let file = span.file.rsplit('.').next().unwrap_or("rs");
    let place = format!(".{file}:{}:{}", span.line_start, span.column_start);
    Some(Block::of([
        Row::words("That was the compiler. It always says three things:"),
        row(
            code,
            "what kind of error it is     (press e to have it explained)".to_owned(),
        ),
        row(
            &place,
            format!(
                "where: in this file, line {}, column {}",
                span.line_start, span.column_start
            ),
        ),
        row(&marks, "which words it means".to_owned()),
    ]))
}
