//! From facts to a verdict, one file per question that an exercise asks.

pub mod broken;
pub mod compiled;
pub mod file;
pub mod guard;
pub mod output;
pub mod predict;
pub mod tests_run;
pub mod trace;

use super::verdict::{Checked, Evidence, Fault, Reason, Verdict};

/// A verdict from reasons: none of them, passed.
pub fn verdict(reasons: Vec<Reason>) -> Verdict {
    if reasons.is_empty() {
        Verdict::Passed
    } else {
        Verdict::NotYet(reasons)
    }
}

/// Nothing was found out because of this one reason.
pub fn only(reason: Reason) -> Checked {
    Checked {
        verdict: Verdict::NotYet(vec![reason]),
        evidence: Evidence::default(),
    }
}

/// Our fault or the machine's.
pub fn broken(fault: Fault) -> Checked {
    Checked {
        verdict: Verdict::Broken(fault),
        evidence: Evidence::default(),
    }
}
