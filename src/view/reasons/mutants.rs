//! Kind `tests`: the learner's tests let wrong programs pass.

use super::super::count::counted;
use super::super::screen::{Block, Row};
use super::super::text::Role;
use super::super::told::Told;
use super::tests::state_row;
use crate::check::verdict::Mutant;

pub(super) fn told(survivors: &[Mutant], killed: usize) -> Told {
    let all = survivors.len() + killed;
    let sentence = match (survivors.len(), all) {
        (1, 1) => "Your tests pass, but they pass for a wrong program too.".to_owned(),
        (left, _) if left == all => {
            format!("Your tests pass, but they pass for all {all} wrong programs too.")
        }
        (left, _) => format!("Your tests pass, but {left} of {all} wrong programs get past them."),
    };
    let mut rows = vec![Row::words("Wrong, and not noticed")];
    rows.extend(
        survivors
            .iter()
            .map(|mutant| state_row("not yet", Role::Pending, &mutant.about)),
    );
    if killed > 0 {
        let caught = counted(killed, "other is noticed", "others are noticed");
        rows.push(state_row("ok", Role::Good, &caught));
    }
    let next = match survivors {
        [first, ..] if !first.about.is_empty() => {
            "Write a test that fails for the first of them, and save."
        }
        _ => "Write a test that fails for one of them, and save.",
    };
    Told::not_yet(sentence).block(Block::of(rows)).next(next)
}
