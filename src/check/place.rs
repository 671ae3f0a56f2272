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

/// Where a diagnostic begins, in whichever file of the exercise that is: the compiler is told of those by relative paths,
/// while std and the crates of others have absolute ones.
pub fn other_file(diagnostic: &Diagnostic) -> Option<&Span> {
    let primary = diagnostic.spans.iter().find(|span| span.primary);
    let mut places = std::iter::successors(primary, |span| span.expansion.as_deref());
    places.find(|span| {
        let drive = span.file.as_bytes().get(1) == Some(&b':');
        !span.file.starts_with(['/', '\\', '<']) && !drive && !span.file.is_empty()
    })
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
    fn a_span_of_another_file_has_its_line_there() {
        let in_file = |file: &str| Diagnostic {
            spans: vec![span(file, 3, None)],
            ..Diagnostic::default()
        };
        assert!(lines_in(&in_file("data.rs"), "a.rs").is_empty());
        let error = in_file("exercises/two/data.rs");
        let found = other_file(&error).map(|span| (span.file.as_str(), span.line_start));
        assert_eq!(found, Some(("exercises/two/data.rs", 3)));
        for foreign in [
            "/rustc/abc/library/core/src/macros.rs",
            "C:\\x\\lib.rs",
            "<anon>",
            "",
        ] {
            assert_eq!(other_file(&in_file(foreign)), None, "{foreign}");
        }
    }

    #[test]
    fn a_macro_in_a_macro_is_climbed_to_the_first_place_in_the_exercise() {
        let call = span("exercises/a.rs", 9, None);
        let own_macro = span("exercises/a.rs", 2, Some(call));
        let of_std = span("/rustc/abc/library/std/src/macros.rs", 1, Some(own_macro));
        let error = Diagnostic {
            spans: vec![of_std],
            ..Diagnostic::default()
        };
        assert_eq!(lines_in(&error, "exercises/a.rs"), [2]);
        assert_eq!(lines_in(&error, "exercises/b.rs"), Vec::<usize>::new());
    }

    #[test]
    fn without_a_span_there_is_no_place() {
        let error = Diagnostic::default();
        assert!(lines_in(&error, "a.rs").is_empty());
        assert_eq!(other_file(&error), None);
    }
}
