//! The compiler's own suggestions, typed in: what a learner gets who reads nothing and does what is proposed.

use crate::check::diagnostic::{Diagnostic, Span};
use crate::check::source::Source;

/// The text with every machine-applicable suggestion of these errors in it; `None` if there is none.
/// Of two that overlap, the first is taken.
pub fn typed_in(text: &str, errors: &[Diagnostic], file: &str) -> Option<String> {
    let source = Source::new(text);
    let mut edits: Vec<(usize, usize, String)> = Vec::new();
    for error in errors {
        for child in &error.children {
            let spans: Vec<&Span> = child
                .spans
                .iter()
                .filter(|span| span.suggestion.is_some())
                .collect();
            let sure = |span: &&Span| {
                span.suggestion
                    .as_ref()
                    .is_some_and(|s| s.machine_applicable)
                    && span.file == file
            };
            if spans.is_empty() || !spans.iter().all(sure) {
                continue;
            }
            let group: Vec<_> = spans
                .iter()
                .filter_map(|span| edit(&source, span))
                .collect();
            let clashes = |edit: &(usize, usize, String)| {
                edits
                    .iter()
                    .any(|other| edit.0 < other.1 && other.0 < edit.1 || edit.0 == other.0)
            };
            if !group.iter().any(clashes) {
                edits.extend(group);
            }
        }
    }
    if edits.is_empty() {
        return None;
    }
    edits.sort();
    let mut text = text.to_owned();
    for (start, end, replacement) in edits.into_iter().rev() {
        text.replace_range(start..end, &replacement);
    }
    Some(text)
}

fn edit(source: &Source, span: &Span) -> Option<(usize, usize, String)> {
    let start = offset(source, span.line_start, span.column_start)?;
    let end = offset(source, span.line_end, span.column_end)?;
    (start <= end).then(|| {
        (
            start,
            end,
            span.suggestion
                .as_ref()
                .map_or_else(String::new, |s| s.replacement.clone()),
        )
    })
}

fn offset(source: &Source, line: usize, column: usize) -> Option<usize> {
    let text = source.line(line);
    let within = text
        .char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .nth(column.checked_sub(1)?)?;
    Some(source.start_of_line(line) + within)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::diagnostic::Suggestion;

    fn error(column: usize, replacement: &str, machine_applicable: bool) -> Diagnostic {
        let suggestion = Suggestion {
            replacement: replacement.into(),
            machine_applicable,
        };
        let span = Span {
            file: "a.rs".into(),
            line_start: 1,
            line_end: 1,
            column_start: column,
            column_end: column,
            suggestion: Some(suggestion),
            ..Span::default()
        };
        Diagnostic {
            children: vec![Diagnostic {
                spans: vec![span],
                ..Default::default()
            }],
            ..Default::default()
        }
    }

    #[test]
    fn sure_suggestions_are_typed_in_and_others_are_not() {
        let errors = [error(5, "mut ", true), error(9, "x", false)];
        assert_eq!(
            typed_in("let a = 1;", &errors, "a.rs").as_deref(),
            Some("let mut a = 1;")
        );
        assert_eq!(typed_in("let a = 1;", &errors[1..], "a.rs"), None);
    }
}
