//! What `tutor new` has left to be filled in.

use std::collections::HashMap;

use super::finding::{Finding, Rule, sentence};
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
    if found.is_empty() {
        return found;
    }
    let lines = text.lines().zip(1usize..);
    let heads = lines.filter(|(line, _)| line.trim_start().starts_with("[["));
    let heads: Vec<usize> = heads.map(|(_, number)| number).collect();
    let here = exercises
        .iter()
        .filter(|exercise| exercise.declared.path == path);
    let owners: HashMap<usize, &Exercise> = here
        .map(|exercise| (exercise.declared.line, exercise))
        .collect();
    for finding in &mut found {
        let above = heads.partition_point(|head| *head <= finding.place.line);
        let head = above.checked_sub(1).map(|index| heads[index]);
        let owner = head.and_then(|head| owners.get(&head));
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
