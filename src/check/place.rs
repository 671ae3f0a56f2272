//! Where a diagnostic belongs: the lines of its primary spans in the exercise's own files.

use super::diagnostic::{Diagnostic, Span};

/// The lines of a diagnostic's primary spans in the file whose path ends in `file`, in the compiler's order.
///
/// A span from a macro of std (`assert_eq!`, `format!`, const evaluation) is climbed to the place of the call.
pub fn lines_in(diagnostic: &Diagnostic, file: &str) -> Vec<usize> {
    let primaries = diagnostic.spans.iter().filter(|span| span.primary);
    primaries
        .filter_map(|span| climb(span, file))
        .map(|span| span.line_start)
        .collect()
}

/// The span itself if it lies in the file, else the nearest call that does.
pub fn climb<'a>(span: &'a Span, file: &str) -> Option<&'a Span> {
    let mut span = span;
    while !is_file(span, file) {
        span = span.expansion.as_deref()?;
    }
    Some(span)
}

fn is_file(span: &Span, file: &str) -> bool {
    let path = span.file.replace('\\', "/");
    path == file || path.ends_with(&format!("/{file}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(file: &str, line: usize, expansion: Option<Span>) -> Span {
        Span {
            file: file.into(),
            line_start: line,
            primary: true,
            expansion: expansion.map(Box::new),
            ..Span::default()
        }
    }

    #[test]
    fn a_span_in_std_is_climbed_to_the_call() {
        let inner = span(
            "/rustc/abc/library/core/src/macros.rs",
            40,
            Some(span("/scratch/a.rs", 7, None)),
        );
        let error = Diagnostic {
            spans: vec![inner],
            ..Diagnostic::default()
        };
        assert_eq!(lines_in(&error, "a.rs"), [7]);
    }

    #[test]
    fn a_span_of_another_file_has_no_line() {
        let error = Diagnostic {
            spans: vec![span("data.rs", 1, None)],
            ..Diagnostic::default()
        };
        assert!(lines_in(&error, "a.rs").is_empty());
    }
}
