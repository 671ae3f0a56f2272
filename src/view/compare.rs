//! How two programs differ, as lines.

use similar::{ChangeTag, TextDiff};

use super::text::{Line, Role};
use crate::check::source::{Source, tests_module};

/// Unchanged lines shown around each place that differs.
const AROUND: usize = 2;

/// The places where `yours` and `ours` differ, each with two lines around it, `-` before a line of yours and `+` before
/// one of ours; `..` between two places. Empty where they are the same.
pub fn differences(yours: &str, ours: &str) -> Vec<Line> {
    let diff = TextDiff::from_lines(yours, ours);
    let mut lines = Vec::new();
    for group in diff.grouped_ops(AROUND) {
        if !lines.is_empty() {
            lines.push(Line::of("  ..", Role::Quiet));
        }
        for change in group.iter().flat_map(|op| diff.iter_changes(op)) {
            lines.push(line(change.tag(), change.value()));
        }
    }
    lines
}

/// The program alone: without the goal or the note at its top, and without its tests.
pub fn program(text: &str) -> String {
    let source = Source::new(text);
    let tests = tests_module::find(&source).map(|tests| tests.whole);
    let tests = tests.unwrap_or(text.len()..text.len());
    let code = format!("{}{}", &text[..tests.start], &text[tests.end..]);
    let mut lines = code
        .lines()
        .skip_while(|line| line.is_empty() || line.starts_with("//!"))
        .collect::<Vec<_>>();
    while lines.last().is_some_and(|line| line.trim().is_empty()) {
        lines.pop();
    }
    lines.join("\n") + "\n"
}

fn line(tag: ChangeTag, code: &str) -> Line {
    let (mark, role) = match tag {
        ChangeTag::Delete => ("-", Role::Refused),
        ChangeTag::Insert => ("+", Role::Good),
        ChangeTag::Equal => (" ", Role::Plain),
    };
    let text = format!("  {mark} {}", code.trim_end());
    Line::of(text.trim_end(), role)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_place_that_differs_has_lines_around_it() {
        let found = differences(
            "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n",
            "a\nb\nC\nd\ne\nf\ng\nh\ni\nJ\n",
        );
        let found: Vec<String> = found.iter().map(Line::text).collect();
        let expected = [
            "    a", "    b", "  - c", "  + C", "    d", "    e", "  ..", "    h", "    i",
            "  - j", "  + J",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn the_program_alone_has_no_goal_and_no_tests() {
        let text = "//! Title\n//! Goal\n\nfn main() {}\n\n#[cfg(test)]\nmod tests {\n    #[test]\n    fn a() {}\n}\n";
        assert_eq!(program(text), "fn main() {}\n");
        assert_eq!(program(""), "\n");
    }

    #[test]
    fn the_same_text_differs_nowhere() {
        assert_eq!(differences("a\nb\n", "a\nb\n"), []);
    }
}
