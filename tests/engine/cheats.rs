//! Nothing fools it: every file of `tests/courses/cheats/cheats` looks done without being done, and none passes.
//!
//! Each names its trick on the first line and the reason that it must get on the second (`floods or hangs`: a slow machine may
//! come to the one before the other). A third says to which exercise.

use std::fs;
use std::path::Path;

use crate::lab::{Lab, reasons};

#[test]
fn no_cheat_passes_and_each_gets_its_reason() {
    let lab = Lab::open("cheats");
    let mut wrong = Vec::new();
    let mut seen = 0;
    for entry in fs::read_dir(lab.root.join("cheats"))
        .expect("the cheats")
        .flatten()
    {
        let cheat = Cheat::read(&lab, &entry.path());
        let found = reasons(&lab.check(&cheat.exercise, &cheat.text));
        let refused = found.iter().any(|reason| {
            cheat
                .refused
                .split(" or ")
                .any(|wanted| reason.starts_with(wanted))
        });
        if found[0].starts_with("passed") || !refused {
            wrong.push(format!(
                "{}: wanted {}, found {found:?}",
                entry.file_name().to_string_lossy(),
                cheat.refused
            ));
        }
        seen += 1;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(seen >= 60, "{seen} cheats");
}

struct Cheat {
    text: String,
    refused: String,
    exercise: String,
}

impl Cheat {
    fn read(lab: &Lab, path: &Path) -> Cheat {
        let text = fs::read_to_string(path).expect("a cheat");
        let place = |path: &str| lab.root.join(path).to_string_lossy().replace('\\', "/");
        let text = text
            .replace("{{ANSWER}}", &place("elsewhere/answer.rs"))
            .replace("{{VOUCHER}}", &place("elsewhere/voucher.rs"))
            .replace("{{MUTANTS}}", &place("elsewhere/mutants_named.rs"));
        let line = |begin: &str| {
            let found = text.lines().find_map(|line| line.strip_prefix(begin));
            found.map(str::to_owned)
        };
        Cheat {
            refused: line("//! refused: ").expect("a reason"),
            exercise: line("//! exercise: ").unwrap_or_else(|| "change".to_owned()),
            text,
        }
    }
}

#[test]
fn the_solutions_pass_and_the_starters_do_not() {
    let lab = Lab::open("cheats");
    for exercise in &lab.course.exercises {
        let solution = lab.read(&exercise.solution_file());
        assert_eq!(
            reasons(&lab.check(&exercise.id, &solution)),
            ["passed"],
            "{}",
            exercise.id
        );
        let starter = lab.read(exercise.main_file());
        assert_ne!(
            reasons(&lab.check(&exercise.id, &starter)),
            ["passed"],
            "{}",
            exercise.id
        );
    }
}

#[test]
fn a_solution_passes_with_its_tests_too() {
    let lab = Lab::open("cheats");
    let starter = lab.read("exercises/01_till/01_change.rs");
    let with_tests = starter.replace("    todo!()", "    paid.saturating_sub(price)");
    assert_eq!(reasons(&lab.check("change", &with_tests)), ["passed"]);
}
