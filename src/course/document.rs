//! A text file of a course, parsed as far as it can be: its tables with their places, and what is no TOML.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};

use super::fault::{Report, quoted};
use super::model::Place;

/// A file of a course as it was read from the disk, its path relative to the course folder, with `/`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TextFile {
    pub path: String,
    pub bytes: Vec<u8>,
}

/// The text of a TOML file, and where its lines begin.
#[derive(Debug)]
pub(super) struct Document {
    pub(super) path: String,
    text: String,
    line_starts: Vec<usize>,
}

/// A parsed document. What is missing in a torn one proves nothing: a missing quote swallows lines.
#[derive(Debug)]
pub(super) struct Parsed<'d> {
    pub(super) document: &'d Document,
    pub(super) root: DeTable<'d>,
    /// Lines that are no TOML; what was guessed of them is not judged again.
    torn: BTreeSet<usize>,
}

/// Above this size only the first syntax error is sought: a list of millions helps nobody.
const RECOVERABLE: usize = 1024 * 1024;

impl Document {
    /// The file's text without byte order mark and carriage returns; a fault and `None` if it is no UTF-8.
    pub(super) fn decode(file: &TextFile, report: &mut Report) -> Option<Document> {
        match std::str::from_utf8(&file.bytes) {
            Ok(text) => Some(Document::new(&file.path, text)),
            Err(error) => {
                let before = &file.bytes[..error.valid_up_to()];
                let place = Place {
                    path: file.path.clone(),
                    line: 1 + before.iter().filter(|byte| **byte == b'\n').count(),
                };
                report.fault(
                    place,
                    "this is no UTF-8 text",
                    "save the file as UTF-8 in your editor",
                );
                None
            }
        }
    }

    pub(super) fn new(path: &str, text: &str) -> Document {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let text = text.replace('\r', "");
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let line_starts = [0].into_iter().chain(ends.map(|(at, _)| at + 1)).collect();
        Document {
            path: path.to_owned(),
            text,
            line_starts,
        }
    }

    /// The place of a byte offset in the text.
    pub(super) fn place(&self, offset: usize) -> Place {
        Place {
            path: self.path.clone(),
            line: self
                .line_starts
                .partition_point(|start| *start <= offset)
                .max(1),
        }
    }

    /// Parses it; every syntax error becomes a fault.
    pub(super) fn parse(&self, report: &mut Report) -> Parsed<'_> {
        let (root, errors) = match DeTable::parse(&self.text) {
            Ok(root) => (root.into_inner(), Vec::new()),
            Err(error) if self.text.len() > RECOVERABLE => (DeTable::new(), vec![error]),
            Err(_) => {
                let (root, errors) = DeTable::parse_recoverable(&self.text);
                (root.into_inner(), errors)
            }
        };
        let mut torn = BTreeSet::new();
        for error in &errors {
            let line = self.report_syntax(error, &root, report);
            torn.extend(line);
        }
        Parsed {
            document: self,
            root,
            torn,
        }
    }

    /// Says what is no TOML. The line, unless the structure is sound all the same.
    fn report_syntax(
        &self,
        error: &Error,
        root: &DeTable<'_>,
        report: &mut Report,
    ) -> Option<usize> {
        let span = error.span().unwrap_or(0..0);
        if error.message() == "duplicate key" {
            let key = self.text.get(span.clone()).unwrap_or_default();
            report.fault(
                self.place(span.start),
                format!("{} stands twice in one table", quoted(key)),
                "keep one of the two",
            );
            return None;
        }
        let multi_line = error.message().contains("multi-line");
        let start = if multi_line {
            opening(root, &span).unwrap_or(span.start)
        } else {
            span.start
        };
        let place = self.place(start);
        let line = place.line;
        report.fault(
            place,
            format!("this is no TOML: {}", plain(error.message())),
            syntax_remedy(error.message()),
        );
        Some(line)
    }
}

impl Parsed<'_> {
    pub(super) fn is_whole(&self) -> bool {
        self.torn.is_empty()
    }

    pub(super) fn is_torn_at(&self, line: usize) -> bool {
        self.torn.contains(&line)
    }
}

/// Where the text that ends at `end` was opened: an error in a `'''` text without its end is found at the end
/// of the file, and is of no help there.
fn opening(table: &DeTable<'_>, end: &Range<usize>) -> Option<usize> {
    table
        .iter()
        .find_map(|(_, value)| opening_in(value, end.start))
}

fn opening_in(value: &Spanned<DeValue<'_>>, end: usize) -> Option<usize> {
    match value.get_ref() {
        DeValue::String(_) => (value.span().end == end).then_some(value.span().start),
        DeValue::Array(items) => items.iter().find_map(|item| opening_in(item, end)),
        DeValue::Table(table) => opening(table, &(end..end)),
        _ => None,
    }
}

fn plain(message: &str) -> &str {
    message
        .strip_suffix(", expected nothing")
        .unwrap_or(message)
}

fn syntax_remedy(message: &str) -> &'static str {
    let remedies = [
        (
            "multi-line",
            "close the text with the same three quotes it was opened with",
        ),
        (
            "escape",
            "in \"…\" a backslash begins an escape: write \\\\, or use '…'",
        ),
        ("string", "put the text in quotes, on one line"),
        ("comma", "put a comma after the entry before"),
        ("unclosed", "close the bracket"),
        ("=", "write `key = value`"),
    ];
    let fitting = remedies.iter().find(|(word, _)| message.contains(word));
    fitting.map_or("mend this line", |(_, remedy)| remedy)
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    fn check(text: &str, expected: Expect) {
        let mut report = Report::default();
        Document::new("info.toml", text).parse(&mut report);
        let said: Vec<String> = report
            .into_loaded(None)
            .faults
            .iter()
            .map(ToString::to_string)
            .collect();
        expected.assert_eq(&said.join("\n"));
    }

    #[test]
    fn every_syntax_error_is_said_at_once() {
        check(
            "a = \"\\q\"\nb = 01\nb = 2\nc = \"open\nplain\nd = [1 2]\n[x\n",
            expect![[r#"
                info.toml:1: this is no TOML: missing escaped value, expected `b`, `e`, `f`, `n`, `r`, `\`, `"`, `x`, `u`, `U`  (in "…" a backslash begins an escape: write \\, or use '…')
                info.toml:2: this is no TOML: unexpected leading zero  (mend this line)
                info.toml:3: `b` stands twice in one table  (keep one of the two)
                info.toml:4: this is no TOML: invalid basic string, expected `"`  (put the text in quotes, on one line)
                info.toml:5: this is no TOML: key with no value, expected `=`  (write `key = value`)
                info.toml:7: this is no TOML: unclosed table, expected `]`  (close the bracket)"#]],
        );
    }

    #[test]
    fn an_unclosed_text_is_told_where_it_begins() {
        check(
            "a = 1\n[t]\nlist = [\n'''x''',\n'''\nfoo\nb = 2\n",
            expect![[r#"
                info.toml:5: this is no TOML: invalid multi-line literal string, expected `'`  (close the text with the same three quotes it was opened with)
                info.toml:8: this is no TOML: unclosed array, expected `]`  (close the bracket)"#]],
        );
    }

    #[test]
    fn lines_are_counted_with_every_kind_of_line_end() {
        for text in ["a = 1\nb = \n", "\u{feff}a = 1\r\nb = \r\n"] {
            let mut report = Report::default();
            Document::new("x", text).parse(&mut report);
            assert_eq!(report.into_loaded(None).faults[0].place.line, 2, "{text:?}");
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_told_with_their_line() {
        let file = TextFile {
            path: "info.toml".to_owned(),
            bytes: b"a = 1\nb = '\xff'\n".to_vec(),
        };
        let mut report = Report::default();
        assert!(Document::decode(&file, &mut report).is_none());
        assert_eq!(report.into_loaded(None).faults[0].place.line, 2);
    }
}
