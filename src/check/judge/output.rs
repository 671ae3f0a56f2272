//! The program's output against what the course says that it prints.

use crate::check::verdict::{OutputMiss, Printed, Stream};

/// The first line that differs. Trailing blanks, empty last lines and the kind of line end do not count.
pub fn compare(printed: &Printed, expected: &str, stream: Stream) -> Option<OutputMiss> {
    let expected = lines(expected);
    let found: Vec<&str> = trimmed(printed.head.iter().chain(&printed.tail).map(String::as_str));
    let longest = found.len().max(expected.len());
    let differs = (0..longest).find(|&n| found.get(n) != expected.get(n))?;
    Some(OutputMiss {
        stream,
        line: differs + 1,
        expected: expected.get(differs).map(|line| (*line).to_owned()),
        found: found.get(differs).map(|line| (*line).to_owned()),
        printed: printed.clone(),
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

    fn first_miss(found: &str, expected: &str) -> Option<(usize, Option<String>, Option<String>)> {
        let head: Vec<String> = found.split('\n').map(str::to_owned).collect();
        let printed = Printed {
            lines: head.len() as u64,
            head,
            tail: Vec::new(),
        };
        compare(&printed, expected, Stream::Out).map(|miss| (miss.line, miss.found, miss.expected))
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
