//! Kind `break`: exactly the error that was asked for, at the place that was asked for.

use crate::check::diagnostic::Diagnostic;
use crate::check::place;
use crate::check::relation;
use crate::check::source::marks::{CodeMark, Difference};
use crate::check::source::region::{self, Region};
use crate::check::source::{Source, marks};
use crate::check::verdict::{BreakMiss, BreakMissKind, Reason};
use crate::course::model::{BreakPlace, BreakTarget};

/// What stands outside the region, and the lines within where they may only be moved.
pub fn unchanged(
    learner: &Source,
    starter: &Source,
    target: &BreakTarget,
) -> Result<Region, Box<Reason>> {
    let Some(theirs) = region::find(starter) else {
        return Err(changed(Difference {
            line: 1,
            found: String::new(),
            expected: String::new(),
        }));
    };
    let Some(ours) = region::find(learner) else {
        let expected = "// TODO from here … // TODO to here".to_owned();
        return Err(changed(Difference {
            line: *theirs.lines.start(),
            found: String::new(),
            expected,
        }));
    };
    if let Some(difference) = region::changed_outside((learner, &ours), (starter, &theirs)) {
        return Err(changed(difference));
    }
    if target.same_lines
        && let Some((line, source)) = region::rewritten_line((learner, &ours), (starter, &theirs))
    {
        return Err(miss(target, BreakMissKind::Rewritten { line, source }));
    }
    Ok(ours)
}

fn changed(
    Difference {
        line,
        found,
        expected,
    }: Difference,
) -> Box<Reason> {
    Box::new(Reason::Changed {
        line,
        found,
        expected,
    })
}

fn miss(target: &BreakTarget, kind: BreakMissKind) -> Box<Reason> {
    Box::new(Reason::Break(BreakMiss {
        expected: target.any_of.clone(),
        kind,
    }))
}

/// Judges the errors that the compiler reported.
pub fn judge(
    learner: &Source,
    region: &Region,
    target: &BreakTarget,
    errors: &[Diagnostic],
    file: &str,
) -> Result<(), Box<Reason>> {
    let kind = nearest_miss(learner, region, target, errors, file);
    kind.map_or(Ok(()), |kind| Err(miss(target, kind)))
}

fn nearest_miss(
    learner: &Source,
    region: &Region,
    target: &BreakTarget,
    errors: &[Diagnostic],
    file: &str,
) -> Option<BreakMissKind> {
    let right_code = errors
        .iter()
        .find(|error| relation::matches(error, &target.any_of));
    let Some(error) = right_code else {
        return Some(match errors.first() {
            None => BreakMissKind::Accepted,
            Some(error) => BreakMissKind::OtherCode {
                line: line_of(error, file),
                error: error.clone(),
            },
        });
    };
    let line = line_of(error, file);
    let extra: Vec<Diagnostic> = errors
        .iter()
        .filter(|other| *other != error)
        .cloned()
        .collect();
    if !extra.is_empty() {
        return Some(BreakMissKind::More {
            error: error.clone(),
            line,
            extra,
        });
    }
    let marked = marked_line(learner, region, target);
    let in_place =
        |wanted: &dyn Fn(usize) -> bool| place::lines_in(error, file).into_iter().any(wanted);
    match target.place {
        BreakPlace::Region if in_place(&|line| region.lines.contains(&line)) => None,
        BreakPlace::Mark if marked.is_none() => Some(BreakMissKind::NoMark),
        BreakPlace::Mark if in_place(&|line| Some(line) == marked) => None,
        _ => Some(BreakMissKind::OtherLine {
            marked,
            error: error.clone(),
            line,
        }),
    }
}

/// The line with the mark; it stands in the region, or on a line that the course has marked already.
fn marked_line(learner: &Source, region: &Region, target: &BreakTarget) -> Option<usize> {
    let all = marks::code_marks(learner);
    let is_target = |mark: &&CodeMark| target.any_of.contains(&mark.code);
    let inside = all
        .iter()
        .filter(is_target)
        .find(|mark| region.lines.contains(&mark.line));
    inside
        .or_else(|| all.iter().find(is_target))
        .map(|mark| mark.line)
}

fn line_of(error: &Diagnostic, file: &str) -> usize {
    place::lines_in(error, file).first().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::diagnostic::Span;

    const TEXT: &str =
        "fn a() {\n    // TODO from here\n    x();\n    y(); //~ E0506\n    // TODO to here\n}\n";

    fn error(code: &str, line: usize) -> Diagnostic {
        let span = Span {
            file: "a.rs".into(),
            line_start: line,
            primary: true,
            ..Span::default()
        };
        Diagnostic {
            code: Some(code.into()),
            spans: vec![span],
            ..Diagnostic::default()
        }
    }

    fn target(place: BreakPlace) -> BreakTarget {
        BreakTarget {
            any_of: vec!["E0506".into()],
            place,
            same_lines: false,
        }
    }

    fn kind(text: &str, place: BreakPlace, errors: &[Diagnostic]) -> Option<&'static str> {
        let source = Source::new(text);
        let region = region::find(&source).expect("a region");
        nearest_miss(&source, &region, &target(place), errors, "a.rs").map(|kind| match kind {
            BreakMissKind::Accepted => "accepted",
            BreakMissKind::NoMark => "no mark",
            BreakMissKind::OtherLine { .. } => "other line",
            BreakMissKind::OtherCode { .. } => "other code",
            BreakMissKind::More { .. } => "more",
            BreakMissKind::Rewritten { .. } => "rewritten",
        })
    }

    #[test]
    fn exactly_the_error_at_the_mark_is_what_was_asked_for() {
        assert_eq!(kind(TEXT, BreakPlace::Mark, &[error("E0506", 4)]), None);
    }

    #[test]
    fn every_miss_is_the_nearest() {
        assert_eq!(kind(TEXT, BreakPlace::Mark, &[]), Some("accepted"));
        assert_eq!(
            kind(TEXT, BreakPlace::Mark, &[error("E0506", 3)]),
            Some("other line")
        );
        assert_eq!(
            kind(TEXT, BreakPlace::Mark, &[error("E0425", 4)]),
            Some("other code")
        );
        let two = [error("E0506", 4), error("E0425", 3)];
        assert_eq!(kind(TEXT, BreakPlace::Mark, &two), Some("more"));
        let unmarked = TEXT.replace(" //~ E0506", "");
        assert_eq!(
            kind(&unmarked, BreakPlace::Mark, &[error("E0506", 4)]),
            Some("no mark")
        );
    }

    #[test]
    fn in_a_region_any_of_its_lines_will_do() {
        assert_eq!(kind(TEXT, BreakPlace::Region, &[error("E0506", 3)]), None);
        assert_eq!(
            kind(TEXT, BreakPlace::Region, &[error("E0506", 6)]),
            Some("other line")
        );
    }
}
