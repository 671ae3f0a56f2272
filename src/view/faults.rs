//! What is wrong with a course, for whoever can mend it.

use super::count::counted;
use super::folder::this_folder;
use super::text::{Line, Role};
use crate::check::verdict::Fault;
use crate::course::CourseFault;

/// Faults shown of one course; who has more begins with these.
const SHOWN: usize = 20;

/// A course that cannot be read. `dir` is its folder; a learner cannot mend one and is told what to do instead.
pub fn unsound(dir: &str, faults: &[CourseFault], learner: bool) -> Vec<Line> {
    let count = counted(faults.len(), "fault", "faults");
    let mut lines = vec![
        Line::plain(format!("The course in {} has {count}:", this_folder(dir))),
        Line::default(),
    ];
    lines.extend(listed(faults));
    if learner {
        lines.push(Line::default());
        lines.push(Line::plain(
            "This is not your doing, and your work is safe. To write the course anew, call this in the same folder:",
        ));
        lines.push(Line::of("    tutor init", Role::Strong).and(
            "    (with --from COURSE, if it was written so)",
            Role::Quiet,
        ));
    }
    lines
}

/// What is wrong with the machine or the toolchain, what to do, and what the tool itself said.
pub fn broken(fault: &Fault) -> Vec<Line> {
    let mut lines = vec![
        Line::plain(fault.what.as_str()),
        Line::plain(fault.remedy.as_str()),
    ];
    let detail = fault.detail.trim_end();
    if !detail.is_empty() {
        lines.push(Line::default());
        lines.extend(
            detail
                .lines()
                .map(|line| Line::of(format!("    {line}"), Role::Quiet)),
        );
    }
    lines
}

/// What is odd in a course that can be read.
pub fn warnings(warnings: &[CourseFault]) -> Vec<Line> {
    if warnings.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![Line::plain("The course can be read, but look at this:")];
    lines.extend(listed(warnings));
    lines
}

pub(super) fn listed(faults: &[CourseFault]) -> Vec<Line> {
    let mut lines = Vec::new();
    for fault in faults.iter().take(SHOWN) {
        let place = format!("{}:{}: ", fault.place.path, fault.place.line);
        lines.push(
            Line::plain("  ")
                .and(place, Role::Strong)
                .and(fault.what.clone(), Role::Plain),
        );
        if !fault.remedy.is_empty() {
            lines.push(Line::of(format!("      {}", fault.remedy), Role::Quiet));
        }
    }
    if faults.len() > SHOWN {
        lines.push(Line::plain(format!("  and {} more", faults.len() - SHOWN)));
    }
    lines
}
/// A compiler that works, but that nobody has tested the course with.
pub fn old_rust(release: &str, tested: &str) -> Line {
    Line::plain(format!(
        "Rust {release} is older than {tested}, the oldest that tutor is tested with: its errors may not be the ones that an exercise expects. `rustup update` brings a newer one."
    ))
}
