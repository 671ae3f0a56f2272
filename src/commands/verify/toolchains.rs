//! `--toolchain`: what another compiler says of the same course.

use std::collections::BTreeSet;

use crate::verify::report::Proved;
use crate::verify::{Finding, Rule};

type Found = Vec<(Proved, Vec<Finding>)>;

/// What one of the two has found and the other has not. `ours` and `theirs` are the releases: `1.95.0`.
pub(super) fn differences(
    (ours, our_found): (&str, &Found),
    (theirs, their_found): (&str, &Found),
) -> Vec<Finding> {
    let all = |found: &Found| -> BTreeSet<Finding> {
        found
            .iter()
            .flat_map(|(_, findings)| findings.iter().cloned())
            .collect()
    };
    let (our_all, their_all) = (all(our_found), all(their_found));
    let only_theirs = their_all.difference(&our_all);
    let only_ours = our_all.difference(&their_all);
    only_theirs
        .map(|finding| only(theirs, ours, finding))
        .chain(only_ours.map(|finding| only(ours, theirs, finding)))
        .collect()
}

fn only(with: &str, not_with: &str, finding: &Finding) -> Finding {
    Finding {
        rule: Rule::ToolchainDiffers,
        what: format!(
            "With Rust {with}, not with {not_with}: {}: {}",
            finding.rule.id(),
            finding.what
        ),
        remedy: "Declare what both show, as `tolerate` or as a list of alternatives.".to_owned(),
        ..finding.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::model::{Kind, Place};

    fn found(rules: &[Rule]) -> Found {
        let proved = Proved {
            id: "lend_it".into(),
            number: "1.1".into(),
            chapter: "01_lending".into(),
            kind: Kind::Fix,
            path: "exercises/01_lending/01_lend_it.rs".into(),
            skipped: None,
            took: Default::default(),
            kept: false,
            sure: true,
        };
        let findings = rules.iter().map(|rule| Finding {
            place: Place {
                path: proved.path.clone(),
                line: 3,
            },
            rule: *rule,
            exercise: Some(proved.id.clone()),
            what: "It is so.".into(),
            remedy: "Mend it.".into(),
        });
        vec![(proved.clone(), findings.collect())]
    }

    #[test]
    fn what_only_one_of_two_compilers_shows_is_told_with_both_their_names() {
        let ours = found(&[Rule::NotDeclared, Rule::GoalSize]);
        let theirs = found(&[Rule::GoalSize, Rule::SolutionFails]);
        let told = differences(("1.95.0", &ours), ("1.97.0", &theirs));
        let told: Vec<&str> = told.iter().map(|finding| finding.what.as_str()).collect();
        assert_eq!(
            told,
            [
                "With Rust 1.97.0, not with 1.95.0: V021: It is so.",
                "With Rust 1.95.0, not with 1.97.0: V010: It is so.",
            ]
        );
        assert!(differences(("a", &ours), ("b", &ours)).is_empty());
    }
}
