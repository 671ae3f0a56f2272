//! Hints: three levels, and none of them the answer; and those for what a learner meets, which has to be something.

use std::collections::BTreeSet;

use crate::check::relation::is_code;
use crate::check::source::{Source, tests_module};
use crate::course::model::Exercise;

/// Keys of `hint_on` that nobody can meet: no code, no test of the starter, no token of a rule and no lint. What looks
/// like a code or a lint may come from the compiler, so that it is left alone.
pub fn never_met<'a>(exercise: &'a Exercise, starter: &str) -> Vec<&'a str> {
    let tests =
        tests_module::find(&Source::new(starter)).map_or_else(Vec::new, |found| found.tests);
    let is_test = |key: &str| tests.iter().any(|test| test.name == key);
    let is_rule = |key: &str| exercise.rules.iter().any(|rule| rule.tokens == key);
    let keys = exercise.hint_on.keys().map(String::as_str);
    keys.filter(|key| !is_code(key) && !is_lint(exercise, key) && !is_test(key) && !is_rule(key))
        .collect()
}

/// Of the lints only the denied ones are reasons; a fragment of an error without a code has no key.
fn is_lint(exercise: &Exercise, key: &str) -> bool {
    key == "unsafe" || exercise.deny.iter().any(|lint| lint == key)
}

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
