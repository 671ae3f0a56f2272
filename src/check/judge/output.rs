//! The program's output against what the course says that it prints.

use crate::check::report::Output;
use crate::check::verdict::{OutputMiss, Stream};

/// The first line that differs. Trailing blanks, empty last lines and the kind of line end do not count.
pub fn compare(output: &Output, expected: &str, stream: Stream) -> Option<OutputMiss> {
    let expected = lines(expected);
    let found = trimmed(output.lines.iter().map(String::as_str));
    let longest = found.len().max(expected.len());
    let differs = (0..longest).find(|&n| found.get(n) != expected.get(n));
    // Where lines are missing that nobody has kept, those that are left prove nothing.
    let differs = differs.or((!output.whole).then_some(longest))?;
    Some(OutputMiss {
        stream,
        line: differs + 1,
        expected: expected.get(differs).map(|line| (*line).to_owned()),
        found: found.get(differs).map(|line| (*line).to_owned()),
        printed: output.printed(),
    })
}

fn lines(text: &str) -> Vec<&str> {
    trimmed(text.lines())
}

fn trimmed<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut lines: Vec<&str> = lines.map(str::trim_end).collect();
    while lines.last().is_some_and(|line| line.is_empty()) {
        lines.pop();
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn output(text: &str, whole: bool) -> Output {
        let lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
        Output {
            count: lines.len() as u64,
            lines,
            whole,
        }
    }

    fn first_miss(found: &str, expected: &str) -> Option<(usize, Option<String>, Option<String>)> {
        compare(&output(found, true), expected, Stream::Out)
            .map(|miss| (miss.line, miss.found, miss.expected))
    }

    fn numbers(lines: impl Iterator<Item = u32>) -> String {
        lines.map(|line| format!("{line}\n")).collect()
    }

    #[test]
    fn every_line_of_a_long_output_counts() {
        let long = numbers(1..=1000);
        assert_eq!(first_miss(&long, &long), None);
        let without_the_middle = numbers((1..=200).chain(801..=1000));
        assert_eq!(
            first_miss(&long, &without_the_middle),
            Some((201, Some("201".into()), Some("801".into())))
        );
    }

    #[test]
    fn an_output_with_a_gap_is_never_right() {
        let miss = compare(&output("a\nb", false), "a\nb", Stream::Out);
        assert_eq!(miss.map(|miss| miss.line), Some(3));
    }

    #[test]
    fn blanks_at_the_end_and_line_ends_do_not_count() {
        assert_eq!(first_miss("a \r\nb\n\n", "a\nb"), None);
    }

    #[test]
    fn the_first_other_missing_or_further_line_is_named() {
        assert_eq!(
            first_miss("a\nc", "a\nb"),
            Some((2, Some("c".into()), Some("b".into())))
        );
        assert_eq!(first_miss("a", "a\nb"), Some((2, None, Some("b".into()))));
        assert_eq!(first_miss("a\nb", "a"), Some((2, Some("b".into()), None)));
    }
}
