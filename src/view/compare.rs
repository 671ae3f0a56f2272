//! How two programs differ, as lines.

use similar::{ChangeTag, TextDiff};

use super::text::{Line, Role};

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
    use expect_test::{Expect, expect};

    use super::*;

    fn check(yours: &str, ours: &str, expected: &Expect) {
        let lines: Vec<String> = differences(yours, ours).iter().map(Line::text).collect();
        expected.assert_eq(&(lines.join("\n") + "\n"));
    }

    #[test]
    fn each_place_that_differs_has_lines_around_it() {
        check(
            "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n",
            "a\nb\nC\nd\ne\nf\ng\nh\ni\nJ\n",
            &expect![[r#"
                    a
                    b
                  - c
                  + C
                    d
                    e
                  ..
                    h
                    i
                  - j
                  + J
            "#]],
        );
    }

    #[test]
    fn the_same_text_differs_nowhere() {
        assert_eq!(differences("a\nb\n", "a\nb\n"), []);
    }
}
