//! `refuse` and `require` hold in every kind, for what is the learner's own to write, and after everything else.

use std::fs;
use std::sync::Arc;

use tutor::check::verdict::Checked;
use tutor::course::model::{Demand, TokenRule};
use tutor::engine::{Answer, AnswerFile};
use tutor::system::process::Cancel;

use super::lab::{Lab, reasons};

const REFUSED: Demand = Demand::AtMost(0);
const REQUIRED: Demand = Demand::AtLeast(1);

/// The verdict on a text where its exercise has these rules besides its own.
fn check(lab: &Lab, id: &str, rules: &[(&str, Demand)], text: &str) -> Checked {
    let mut exercise = lab.exercise(id).clone();
    let rules = rules.iter().map(|(tokens, demand)| TokenRule {
        tokens: (*tokens).into(),
        demand: *demand,
        within: None,
        why: "Because the test says so.".into(),
    });
    exercise.rules = rules.collect();
    let mutants = format!("solutions/01_kinds/{id}.mutants.rs");
    let answer = Answer {
        exercise: &exercise,
        files: vec![AnswerFile {
            path: exercise.main_file().to_owned(),
            bytes: Some(text.into()),
        }],
        starter: lab.read(exercise.main_file()).into(),
        mutants: fs::read_to_string(lab.root.join(mutants))
            .ok()
            .map(Arc::from),
    };
    lab.engine.check(&answer, &Cancel::new())
}

#[test]
fn a_solution_that_breaks_a_rule_is_refused_for_it_in_every_kind() {
    let lab = Lab::open("kinds");
    let cases = [
        ("growing_queue", "push"),
        ("rounds", "round"),
        ("not_to_be_copied", "String"),
        ("used_key", "self"),
        ("rounding", "assert_eq"),
        ("field", "width"),
    ];
    for (id, token) in cases {
        let solution = lab.read(&lab.exercise(id).solution_file());
        let found = |rules: &[(&str, Demand)]| reasons(&check(&lab, id, rules, &solution));
        assert_eq!(found(&[(token, REQUIRED)]), ["passed"], "{id}");
        assert_eq!(
            found(&[(token, REFUSED)]),
            [format!("token {token}")],
            "{id}"
        );
        assert_eq!(
            found(&[("absent_here", REQUIRED)]),
            ["absent absent_here"],
            "{id}"
        );
    }
}

/// Code that is given can break no rule, and keep none.
#[test]
fn what_is_given_does_not_count() {
    let lab = Lab::open("kinds");
    for (id, token) in [("not_to_be_copied", "main"), ("rounding", "u32")] {
        let solution = lab.read(&lab.exercise(id).solution_file());
        let found = |demand| reasons(&check(&lab, id, &[(token, demand)], &solution));
        assert_eq!(found(REFUSED), ["passed"], "{id}");
        assert_eq!(found(REQUIRED), [format!("absent {token}")], "{id}");
    }
}

/// Whoever has not begun is told what does not work yet, and then how it is to be done.
#[test]
fn an_untouched_starter_is_told_its_work_before_its_rules() {
    let lab = Lab::open("kinds");
    for id in [
        "field",
        "not_to_be_copied",
        "rounding",
        "rounds",
        "growing_queue",
    ] {
        let starter = lab.read(lab.exercise(id).main_file());
        let found = reasons(&check(&lab, id, &[("absent_here", REQUIRED)], &starter));
        assert!(found.len() > 1, "{id}: {found:?}");
        assert!(!found[0].starts_with("absent"), "{id}: {found:?}");
        assert_eq!(found[found.len() - 1], "absent absent_here", "{id}");
    }
}
