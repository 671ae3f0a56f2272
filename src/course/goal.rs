//! The leading `//!` text of an exercise's files: a starter's goal, a solution's note.

/// What a starter says at its top.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Goal {
    /// The first line that says something; empty if there is none.
    pub title: String,
    /// Situation, task and limits: everything up to the examples, without blank lines around it.
    pub lines: Vec<String>,
    /// Kind `guard`: what stands below the heading `# Examples`.
    pub examples: Option<Examples>,
}

/// The examples of a guard, as rustdoc would read them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Examples {
    /// The line of the file on which `text` begins, counted from 1. Its lines follow each other there too.
    pub first_line: usize,
    /// Without `//!` and the blank after it; nothing else is taken away.
    pub text: String,
}

/// Something that stands above the `//!` lines. The compiler's word for it is E0753.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Above {
    /// Where it stands, counted from 1.
    pub line: usize,
    /// That line.
    pub source: String,
    /// Where the `//!` lines begin.
    pub goal_line: usize,
}

/// Reads a starter's goal, also where something stands above it.
pub fn goal(source: &str) -> Goal {
    let (first_line, doc) = leading_doc(source);
    let examples_at = doc.iter().position(|line| is_examples_heading(line));
    let (told, examples) = doc.split_at(examples_at.unwrap_or(doc.len()));
    let mut told = without_blank_ends(told).iter();
    Goal {
        title: told
            .next()
            .map_or("", |line| line.trim_start_matches(['#', ' ']))
            .to_owned(),
        lines: owned(without_blank_ends(told.as_slice())),
        examples: examples_at.map(|at| Examples {
            first_line: first_line + at + 1,
            text: examples[1..].join("\n"),
        }),
    }
}

/// Reads a solution's note (or the head of a known wrong answer): its `//!` lines up to the examples of a guard,
/// without blank ones around them.
pub fn note(source: &str) -> Vec<String> {
    let (_, doc) = leading_doc(source);
    let end = doc.iter().position(|line| is_examples_heading(line));
    owned(without_blank_ends(&doc[..end.unwrap_or(doc.len())]))
}

/// Finds what was put above the `//!` lines, if anything was. Comments and `#![…]` may stand there.
pub fn above(source: &str) -> Option<Above> {
    let lines = lines_of(source);
    let line = skip_trivia(&lines);
    let doc_line = doc_start(&lines)?;
    (line < doc_line).then(|| Above {
        line: line + 1,
        source: lines[line].to_owned(),
        goal_line: doc_line + 1,
    })
}

/// The line (from 1) of the first `//!`, and the texts of that line and those after it. A blank line between
/// `//!` lines belongs to them, as it does for rustdoc.
fn leading_doc(source: &str) -> (usize, Vec<&str>) {
    let lines = lines_of(source);
    let Some(start) = doc_start(&lines) else {
        return (1, Vec::new());
    };
    let mut doc: Vec<&str> = lines[start..]
        .iter()
        .map_while(|line| match line.trim_start().strip_prefix("//!") {
            Some(text) => Some(text.strip_prefix(' ').unwrap_or(text).trim_end()),
            None => line.trim().is_empty().then_some(""),
        })
        .collect();
    while doc.last().is_some_and(|line| line.is_empty()) {
        doc.pop();
    }
    (start + 1, doc)
}

fn lines_of(source: &str) -> Vec<&str> {
    source
        .strip_prefix('\u{feff}')
        .unwrap_or(source)
        .lines()
        .collect()
}

/// Index of the first `//!` line: at the top, or else at the beginning of a line further down, where the compiler
/// refuses it.
fn doc_start(lines: &[&str]) -> Option<usize> {
    let top = skip_trivia(lines);
    let at_top = lines.get(top)?.trim_start().starts_with("//!");
    let further = || lines[top..].iter().position(|line| line.starts_with("//!"));
    if at_top {
        Some(top)
    } else {
        further().map(|below| top + below)
    }
}

/// Index of the first line that is neither blank nor a plain comment nor part of a `#![…]`.
fn skip_trivia(lines: &[&str]) -> usize {
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let line = line.trim_start();
        let doc = line.starts_with("//!") || (line.starts_with("///") && !line.starts_with("////"));
        if line.starts_with("/*") {
            at += lines_until_closed(&lines[at..], "/*", "*/");
        } else if line.starts_with("#![") {
            at += lines_until_closed(&lines[at..], "[", "]");
        } else if line.is_empty()
            || (line.starts_with("//") && !doc)
            || (at == 0 && line.starts_with("#!"))
        {
            at += 1;
        } else {
            return at;
        }
    }
    at
}

/// How many lines it takes until everything opened is closed again.
fn lines_until_closed(lines: &[&str], open: &str, close: &str) -> usize {
    let mut depth = 0isize;
    for (index, line) in lines.iter().enumerate() {
        depth +=
            line.matches(open).count().cast_signed() - line.matches(close).count().cast_signed();
        if depth <= 0 {
            return index + 1;
        }
    }
    lines.len()
}

fn is_examples_heading(line: &str) -> bool {
    let heading = line
        .strip_prefix('#')
        .map(|rest| rest.trim_start_matches('#').trim());
    heading.is_some_and(|text| {
        text.eq_ignore_ascii_case("examples") || text.eq_ignore_ascii_case("example")
    })
}

fn without_blank_ends<'a, 's>(lines: &'a [&'s str]) -> &'a [&'s str] {
    let says = |line: &&str| !line.trim().is_empty();
    let start = lines.iter().position(says).unwrap_or(lines.len());
    let end = lines.iter().rposition(says).map_or(start, |last| last + 1);
    &lines[start..end]
}

fn owned(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const GUARD: &str = "\
//! Single-use voucher
//! A cinema sells vouchers.
//! Change only `mod till`.
//!
//! # Examples
//!
//! A voucher is issued:
//! ```
//! let voucher = Voucher::issue(900);
//! ```

pub mod till {}
";

    #[test]
    fn a_goal_is_a_title_and_lines_and_examples() {
        let goal = goal(GUARD);
        assert_eq!(goal.title, "Single-use voucher");
        assert_eq!(
            goal.lines,
            ["A cinema sells vouchers.", "Change only `mod till`."]
        );
        let examples = goal.examples.expect("examples");
        assert_eq!(examples.first_line, 6);
        assert_eq!(
            examples.text,
            "\nA voucher is issued:\n```\nlet voucher = Voucher::issue(900);\n```"
        );
    }

    #[test]
    fn the_examples_stand_where_their_lines_say() {
        let moved = format!("// mine\n\n#![allow(\n    dead_code\n)]\n{GUARD}");
        let examples = goal(&moved).examples.expect("examples");
        for (index, text) in examples.text.lines().enumerate() {
            let line = moved
                .lines()
                .nth(examples.first_line - 1 + index)
                .expect("a line");
            assert_eq!(line.trim_start_matches("//!").trim_start(), text);
        }
    }

    #[test]
    fn a_note_is_all_of_it_but_the_examples() {
        let source = "//!\n//! The rule.\n//! Another way.\n//!\n\nfn main() {}\n//! not this\n";
        assert_eq!(note(source), ["The rule.", "Another way."]);
        assert_eq!(note(GUARD).len(), 3);
        assert_eq!(note("fn main() {}\n"), Vec::<String>::new());
        assert_eq!(note(""), Vec::<String>::new());
    }

    #[test]
    fn windows_line_ends_and_a_byte_order_mark_change_nothing() {
        let windows = format!("\u{feff}{}", GUARD.replace('\n', "\r\n"));
        assert_eq!(goal(&windows), goal(GUARD));
        assert_eq!(above(&windows), None);
    }

    #[test]
    fn what_stands_above_is_found_and_the_goal_still_read() {
        let source = format!("\n// a note of mine\nuse std::fmt;\n\n{GUARD}");
        let found = above(&source).expect("something above");
        assert_eq!(
            (found.line, found.source.as_str(), found.goal_line),
            (3, "use std::fmt;", 5)
        );
        assert_eq!(goal(&source).title, "Single-use voucher");
    }

    #[test]
    fn comments_and_inner_attributes_may_stand_above() {
        for top in [
            "// x\n",
            "/* a\n b */\n",
            "#![allow(unused)]\n\n",
            "#!/usr/bin/env rust\n",
            "//// x\n",
        ] {
            assert_eq!(above(&format!("{top}{GUARD}")), None, "{top:?}");
        }
        for top in ["/// x\n", "x", "#[derive(Clone)]\n", "fn a() {}\n"] {
            assert!(above(&format!("{top}\n{GUARD}")).is_some(), "{top:?}");
        }
    }

    #[test]
    fn a_file_without_a_goal_has_an_empty_one() {
        assert_eq!(goal("fn main() {}\n"), Goal::default());
        assert_eq!(goal("/* never closed\n"), Goal::default());
        assert_eq!(above("mod x {\n    //! inner\n}\n"), None);
    }
}
