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
