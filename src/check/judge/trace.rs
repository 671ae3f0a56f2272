//! Kind `trace`: the learner's `//>` lines against what the program really prints.

use crate::check::report::Output;
use crate::check::source::marks::AnswerLine;
use crate::check::verdict::{TraceLine, TraceMiss};

/// `Ok` with the number of lines where all are right. Empty lines at the end are not yet written.
pub fn compare(answer: &[AnswerLine], output: &Output) -> Result<usize, TraceMiss> {
    let real: Vec<&str> = trimmed(output.lines.iter().map(|line| line.trim_end()));
    let written = answer
        .iter()
        .rposition(|line| !line.text.is_empty())
        .map_or(0, |last| last + 1);
    let right = answer[..written]
        .iter()
        .zip(&real)
        .take_while(|(ours, theirs)| ours.text == **theirs)
        .count();
    if right == real.len() && written == real.len() && output.whole {
        return Ok(right);
    }
    let lines = answer
        .iter()
        .map(|line| TraceLine {
            line: line.line,
            text: line.text.clone(),
        })
        .collect();
    Err(TraceMiss {
        lines,
        right,
        real: real.len(),
    })
}

fn trimmed<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut lines: Vec<&str> = lines.collect();
    while lines.last().is_some_and(|line| line.is_empty()) {
        lines.pop();
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn right(answer: &[&str], real: &[&str]) -> Result<usize, usize> {
        let answer: Vec<AnswerLine> = answer
            .iter()
            .enumerate()
            .map(|(index, text)| AnswerLine {
                line: index + 1,
                text: (*text).to_owned(),
            })
            .collect();
        let output = Output {
            lines: real.iter().map(|line| (*line).to_owned()).collect(),
            whole: true,
            count: real.len() as u64,
        };
        compare(&answer, &output).map_err(|miss| miss.right)
    }

    #[test]
    fn all_lines_in_order_are_right() {
        assert_eq!(right(&["a", "b", ""], &["a", "b "]), Ok(2));
    }

    #[test]
    fn lines_count_from_the_start_only() {
        assert_eq!(right(&["a", "x", "c"], &["a", "b", "c"]), Err(1));
        assert_eq!(right(&["a"], &["a", "b"]), Err(1));
        assert_eq!(right(&["a", "b", "c"], &["a", "b"]), Err(2));
    }

    #[test]
    fn an_empty_line_in_between_counts() {
        assert_eq!(right(&["a", "", "b"], &["a", "", "b"]), Ok(3));
    }
}
