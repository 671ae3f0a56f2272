//! Nothing fools it: every file of `tests/courses/cheats/cheats` looks done without being done, and none passes.
//!
//! Each names its trick on the first line and the reason that it must get on the second.

use std::fs;

use crate::lab::{Lab, reasons};

#[test]
fn no_cheat_passes_and_each_gets_its_reason() {
    let lab = Lab::open("cheats");
    let answer = lab.root.join("elsewhere/answer.rs");
    let mut wrong = Vec::new();
    let mut seen = 0;
    for entry in fs::read_dir(lab.root.join("cheats"))
        .expect("the cheats")
        .flatten()
    {
        let text = fs::read_to_string(entry.path()).expect("a cheat");
        let text = text.replace("{{ANSWER}}", &answer.to_string_lossy());
        let wanted = text
            .lines()
            .find_map(|line| line.strip_prefix("//! refused: "))
            .expect("a reason")
            .to_owned();
        let found = reasons(&lab.check("change", &text));
        if found[0].starts_with("passed") || !found.iter().any(|reason| reason.starts_with(&wanted))
        {
            wrong.push(format!(
                "{}: wanted {wanted}, found {found:?}",
                entry.file_name().to_string_lossy()
            ));
        }
        seen += 1;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(seen >= 40, "{seen} cheats");
}

#[test]
fn the_solution_passes_with_and_without_its_tests() {
    let lab = Lab::open("cheats");
    let solution = lab.read("solutions/01_till/01_change.rs");
    assert_eq!(reasons(&lab.check("change", &solution)), ["passed"]);
    let starter = lab.read("exercises/01_till/01_change.rs");
    let with_tests = starter.replace("    todo!()", "    paid.saturating_sub(price)");
    assert_eq!(reasons(&lab.check("change", &with_tests)), ["passed"]);
}
