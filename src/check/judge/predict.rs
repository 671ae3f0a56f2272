//! Kind `predict`: the learner's marks against what the compiler really says.

use crate::check::diagnostic::Diagnostic;
use crate::check::place;
use crate::check::relation;
use crate::check::source::Source;
use crate::check::source::marks::CodeMark;
use crate::check::verdict::{Grade, Mark, MarksMiss};

/// Every error has a mark of its code on a line of its primary span, and no other mark stands: then `Ok` with how many
/// there are. Else each mark with its grade.
pub fn grade(
    marks: &[CodeMark],
    errors: &[Diagnostic],
    file: &str,
    learner: &Source,
) -> Result<usize, MarksMiss> {
    let mut named = vec![false; errors.len()];
    let graded: Vec<Mark> = marks
        .iter()
        .map(|mark| Mark {
            line: mark.line,
            code: mark.code.clone(),
            source: without_comment(learner, mark.line),
            grade: grade_one(mark, errors, &mut named, file),
        })
        .collect();
    name_the_like(errors, &mut named, file);
    let missing = named.iter().filter(|named| !**named).count();
    if missing == 0 && graded.iter().all(|mark| mark.grade == Grade::Right) {
        return Ok(errors.len());
    }
    Err(MarksMiss {
        marks: graded,
        errors: errors.len(),
        missing,
    })
}

fn grade_one(mark: &CodeMark, errors: &[Diagnostic], named: &mut [bool], file: &str) -> Grade {
    let on_line = |error: &Diagnostic| place::lines_in(error, file).contains(&mark.line);
    let same_code = |error: &Diagnostic| relation::matches(error, std::slice::from_ref(&mark.code));
    let exact: Vec<usize> = (0..errors.len())
        .filter(|index| on_line(&errors[*index]) && same_code(&errors[*index]))
        .collect();
    if let Some(index) = exact.iter().find(|index| !named[**index]) {
        named[*index] = true;
        return Grade::Right;
    }
    if !exact.is_empty() {
        return Grade::Twice;
    }
    if errors.iter().any(on_line) {
        return Grade::OtherCode;
    }
    let labelled = errors
        .iter()
        .find_map(|error| labelled_line(error, mark.line, file));
    labelled.unwrap_or(Grade::Wrong)
}

/// Of several errors with one code on one line, one mark names all.
fn name_the_like(errors: &[Diagnostic], named: &mut [bool], file: &str) {
    let place = |index: usize| (&errors[index].code, place::lines_in(&errors[index], file));
    for index in 0..errors.len() {
        named[index] |= (0..errors.len()).any(|other| named[other] && place(other) == place(index));
    }
}

/// Whether the line carries a secondary label of the error: before the refused line it leads there, after it it follows.
fn labelled_line(error: &Diagnostic, line: usize, file: &str) -> Option<Grade> {
    let refused = *place::lines_in(error, file).first()?;
    let labels = error
        .spans
        .iter()
        .filter(|span| !span.primary && span.label.is_some());
    labels
        .filter_map(|span| place::climb(span, file))
        .find(|span| (span.line_start..=span.line_end).contains(&line))?;
    Some(if line < refused {
        Grade::Leads
    } else {
        Grade::Follows
    })
}

/// The code on a line, without the comment at its end.
fn without_comment(learner: &Source, line: usize) -> String {
    let text = learner.line(line);
    let start = learner.start_of_line(line);
    let comment = learner.tokens().iter().find(|token| {
        !token.kind.is_code() && token.start >= start && token.start <= start + text.len()
    });
    let end = comment.map_or(text.len(), |token| token.start - start);
    text.get(..end).unwrap_or(text).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::diagnostic::Span;

    fn span(line: usize, primary: bool) -> Span {
        let label = Some("label".to_owned());
        Span {
            file: "a.rs".into(),
            line_start: line,
            line_end: line,
            primary,
            label,
            ..Span::default()
        }
    }

    /// Refused on line 3, begun on line 2, used on line 4.
    fn error() -> Diagnostic {
        Diagnostic {
            code: Some("E0502".into()),
            spans: vec![span(3, true), span(2, false), span(4, false)],
            ..Diagnostic::default()
        }
    }

    fn grades(marks: &[(usize, &str)]) -> Result<usize, Vec<Grade>> {
        let marks: Vec<CodeMark> = marks
            .iter()
            .map(|&(line, code)| CodeMark {
                line,
                at: line,
                code: code.into(),
            })
            .collect();
        let text = Source::new("a;\nb;\nc; //~ E0502\nd;\ne;\n");
        grade(&marks, &[error()], "a.rs", &text)
            .map_err(|miss| miss.marks.into_iter().map(|m| m.grade).collect())
    }

    #[test]
    fn the_right_code_on_the_refused_line_is_right() {
        assert_eq!(grades(&[(3, "E0502")]), Ok(1));
    }

    #[test]
    fn every_other_mark_is_told_apart() {
        let found = grades(&[(3, "E0499"), (2, "E0502"), (4, "E0502"), (5, "E0502")]);
        assert_eq!(
            found,
            Err(vec![
                Grade::OtherCode,
                Grade::Leads,
                Grade::Follows,
                Grade::Wrong
            ])
        );
        assert_eq!(
            grades(&[(3, "E0502"), (3, "E0502")]),
            Err(vec![Grade::Right, Grade::Twice])
        );
    }

    #[test]
    fn one_mark_names_two_errors_of_one_code_on_one_line_and_two_marks_may() {
        let text = Source::new("a;\nb;\nc;\n");
        let mark = CodeMark {
            line: 3,
            at: 3,
            code: "E0502".into(),
        };
        let errors = [error(), error()];
        assert_eq!(
            grade(std::slice::from_ref(&mark), &errors, "a.rs", &text),
            Ok(2)
        );
        assert_eq!(grade(&[mark.clone(), mark], &errors, "a.rs", &text), Ok(2));
    }

    #[test]
    fn no_mark_leaves_all_errors_missing() {
        let miss =
            grade(&[], &[error()], "a.rs", &Source::new("x")).expect_err("nothing is marked");
        assert_eq!((miss.missing, miss.errors), (1, 1));
    }

    #[test]
    fn the_code_is_shown_without_its_mark() {
        assert_eq!(
            without_comment(&Source::new("  a(\"//\"); //~ E0502\n"), 1),
            "a(\"//\");"
        );
    }
}
