//! What `rustfmt --check` says of many files.

/// One file that is not formatted, as rustfmt names it, and the first line that would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unformatted {
    pub path: String,
    pub line: usize,
}

/// Each file once, at the first of its differences.
pub fn unformatted(output: &str) -> Vec<Unformatted> {
    let mut found: Vec<Unformatted> = Vec::new();
    let mut open: Option<Unformatted> = None;
    for line in output.lines() {
        if let Some(begun) = line.strip_prefix("Diff in ").and_then(hunk) {
            open = Some(begun).filter(|begun| !found.iter().any(|one| one.path == begun.path));
        } else if line.starts_with(['-', '+']) {
            found.extend(open.take());
        } else if let Some(open) = &mut open {
            open.line += 1;
        }
    }
    found
}

/// `/course/exercises/a.rs:12:`, whose first line of context is line 12.
fn hunk(place: &str) -> Option<Unformatted> {
    let (path, line) = place.strip_suffix(':')?.rsplit_once(':')?;
    Some(Unformatted {
        path: path.to_owned(),
        line: line.parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_is_named_once_at_the_first_line_that_would_change() {
        let output = "Diff in /c/a.rs:1:\n mod b;\n fn main() {\n-let y = 1; }\n+    let y = 1;\n+}\n \n\
                      Diff in /c/a.rs:9:\n-x\n+ x\n\nDiff in C:\\c\\d.rs:4:\n+\n";
        let one = |path: &str, line| Unformatted {
            path: path.into(),
            line,
        };
        assert_eq!(
            unformatted(output),
            [one("/c/a.rs", 3), one("C:\\c\\d.rs", 4)]
        );
    }
}
