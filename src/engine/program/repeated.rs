//! One answer, compiled once and run again and again.

use crate::check::verdict::{Checked, Verdict};
use crate::system::process::Cancel;

use super::super::{Answer, Engine, Step};
use super::Attempt;

/// So many runs in each of the exercise's profiles. A verdict that is sure for other reasons than a run comes once.
pub(in crate::engine) fn check(
    engine: &Engine,
    answer: &Answer<'_>,
    times: u32,
    cancel: &Cancel,
) -> Vec<Verdict> {
    runs(engine, answer, times, cancel).unwrap_or_else(|stopped| vec![stopped.verdict])
}

fn runs(engine: &Engine, answer: &Answer<'_>, times: u32, cancel: &Cancel) -> Step<Vec<Verdict>> {
    let attempt = Attempt::prepare(engine, answer, cancel)?;
    let mut verdicts = Vec::new();
    for profile in attempt.profiles() {
        let compiled = attempt.compile(profile, attempt.shape())?;
        for _ in 0..times {
            let checked: Checked = attempt.rest(&compiled).unwrap_or_else(|stopped| *stopped);
            verdicts.push(checked.verdict);
            if cancel.is_cancelled() {
                return Ok(verdicts);
            }
        }
    }
    Ok(verdicts)
}
