//! What `tutor new` has left to be filled in.

use super::cards::sentence;
use super::finding::{Finding, Rule};
use crate::course::model::{Exercise, Place};
use crate::course::scaffold::MARK;

/// The lines of a file that still say so, and what is to be done there.
pub fn in_file(path: &str, text: &str, exercise: Option<&str>) -> Vec<Finding> {
    let lines = text.lines().enumerate();
    let marked = lines.filter_map(|(index, line)| Some((index + 1, instruction(line)?)));
    marked
        .map(|(line, instruction)| Finding {
            place: Place {
                path: path.to_owned(),
                line,
            },
            rule: Rule::Placeholder,
            exercise: exercise.map(str::to_owned),
            what: "Something is still to be filled in here.".to_owned(),
            remedy: sentence(instruction),
        })
        .collect()
}

/// The same for a manifest: each line belongs to the exercise in whose entry it stands. `exercises`: the course's.
pub fn in_manifest(path: &str, text: &str, exercises: &[Exercise]) -> Vec<Finding> {
    let mut found = in_file(path, text, None);
    let lines: Vec<&str> = text.lines().collect();
    for finding in &mut found {
        let above = &lines[..finding.place.line];
        let head = above
            .iter()
            .rposition(|line| line.trim_start().starts_with("[["));
        let entry = head.map(|index| index + 1);
        let owner = exercises.iter().find(|exercise| {
            exercise.declared.path == path && Some(exercise.declared.line) == entry
        });
        finding.exercise = owner.map(|exercise| exercise.id.clone());
    }
    found
}

/// Up to the end of a text in TOML, if it stands in one.
fn instruction(line: &str) -> Option<&str> {
    let (_, rest) = line.split_once(MARK)?;
    let end = rest.find(['"', '\'']).unwrap_or(rest.len());
    Some(rest[..end].trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_mark_is_told_with_its_line_and_what_to_do() {
        let text =
            "//! FILL IN: give it a title\nfn a() {}\nhint = ['''FILL IN: ask a question''',\n";
        let found = in_file("a.rs", text, Some("a"));
        let told: Vec<String> = found.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "a.rs:1: V110: Something is still to be filled in here. Give it a title.",
                "a.rs:3: V110: Something is still to be filled in here. Ask a question.",
            ]
        );
        assert_eq!(in_file("a.rs", "// Fill in: no mark of ours\n", None), []);
    }
}
