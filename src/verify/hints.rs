//! Hints: three levels, and none of them the answer.

use std::collections::BTreeSet;

/// A line of the solution's code (not of the starter's) that stands in one of the hints: its level from 1, and the line.
pub fn given_away(hints: &[String], starter: &str, solution: &str) -> Option<(usize, String)> {
    let known: BTreeSet<String> = starter.lines().map(essential).collect();
    let changed = solution
        .lines()
        .filter(|line| !line.starts_with("//!"))
        .map(essential);
    let telling: BTreeSet<String> = changed
        .filter(|line| !known.contains(line) && tells(line))
        .collect();
    hints.iter().enumerate().find_map(|(index, hint)| {
        let line = hint
            .lines()
            .map(essential)
            .find(|line| telling.contains(line))?;
        Some((index + 1, line))
    })
}

/// Without blanks around it and without the comment at its end.
fn essential(line: &str) -> String {
    let code = line.find("//").map_or(line, |at| &line[..at]);
    code.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A brace or a short word says nothing.
fn tells(line: &str) -> bool {
    line.chars().filter(|c| c.is_alphanumeric()).count() >= 8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_changed_line_of_code_is_given_away() {
        let starter = "fn a() {\n    let entry = book(manifest);\n}\n";
        let solution = "//! let entry = book(&manifest);\nfn a() {\n    let entry = book(&manifest); // lent\n}\n";
        let hint = |text: &str| given_away(&["ask".into(), text.into()], starter, solution);
        assert_eq!(
            hint("    let entry = book(&manifest);"),
            Some((2, "let entry = book(&manifest);".into()))
        );
        assert_eq!(
            hint("    let entry = book(manifest);\n    let text = tag(&key);\n}"),
            None
        );
    }
}
