//! A merged run and a one-by-one run give the same verdicts: for every answer of the course that comes with tutor that
//! is merged at all, to the last reason. All others are checked in the same way in both.

use std::path::Path;

use super::lab::{Home, Lab};
use super::material::Material;
use super::prove::{Bench, Known, Proof, With};
use super::run::batches;
use super::survey::{RIGHT, WRONG};
use crate::check::diagnostic::Diagnostic;
use crate::check::source::Source;
use crate::check::verdict::{Checked, Reason, Verdict};
use crate::commands::{place, pool};
use crate::course;
use crate::engine::Answer;
use crate::system::files::{self, TempFolder};
use crate::system::process::Cancel;
use crate::verify::refusal;

/// Without what is measured, and without the lines on which a lint's level comes from: rustc says that once in a
/// compilation, and nothing is decided by it.
fn comparable(mut checked: Checked) -> Checked {
    let evidence = &mut checked.evidence;
    evidence.took = Default::default();
    let found = evidence.errors.iter_mut().chain(&mut evidence.warnings);
    found.for_each(without_levels);
    if let Verdict::NotYet(reasons) = &mut checked.verdict {
        for reason in reasons {
            if let Reason::Lint { diagnostic, .. } = reason {
                without_levels(diagnostic);
            }
        }
    }
    checked
}

fn without_levels(diagnostic: &mut Diagnostic) {
    diagnostic.rendered.clear();
    diagnostic.children.retain(|child| !child.spans.is_empty());
}

/// Equal in everything; or, where threads race and now one test fails and now another, refused for the reason that the
/// answer states, both times.
#[track_caller]
fn assert_alike(text: &str, answer: &Answer<'_>, together: Checked, alone: Checked) {
    let (together, alone) = (comparable(together), comparable(alone));
    let stated = refusal::stated(text).and_then(refusal::parse);
    let (source, starter) = (Source::new(text), Source::new(&*answer.starter));
    let as_stated = |checked: &Checked| match (&stated, &checked.verdict) {
        (Some(stated), Verdict::NotYet(reasons)) => {
            refusal::is_among(stated, reasons, &source, &starter)
        }
        _ => false,
    };
    if !(as_stated(&together) && as_stated(&alone)) {
        assert_eq!(together, alone, "{}:\n{text}", answer.exercise.id);
    }
}

#[test]
fn what_is_compiled_together_gets_the_verdict_that_it_gets_alone() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut described = place::described("course", root).expect("it can be read");
    let course = course::load(&described).course.expect("it has no faults");
    for top in [WRONG, RIGHT] {
        let below = files::list_below(&root.join(top)).into_iter();
        described
            .paths
            .extend(below.map(|path| format!("{top}/{path}")));
    }
    let folder = TempFolder::new("tutor-merged-").expect("a folder");
    let (cancel, home) = (Cancel::new(), Home::open(folder.path()).expect("a home"));
    let lab = Lab::new(&course, root, &home, None, &cancel);
    let engine = lab.unwrap_or_else(|fault| panic!("{}", fault.what)).engine;

    let all: Vec<usize> = (0..course.exercises.len()).collect();
    let merged = pool::map(&batches(&all, pool::workers(None)), |batch| {
        let materials: Vec<Material> = batch
            .iter()
            .map(|index| Material::read(&course.exercises[*index], root, &described.paths))
            .collect();
        let exercises = batch.iter().zip(&materials);
        let answers: Vec<_> = exercises
            .flat_map(|(index, material)| {
                Proof::expected_to_compile(&course.exercises[*index], material)
            })
            .collect();
        let (texts, answers): (Vec<String>, Vec<_>) = answers.into_iter().unzip();
        let together = engine.check_together(&answers, &cancel);
        let mut count = 0;
        for ((text, answer), checked) in texts.iter().zip(&answers).zip(together) {
            if let Some(checked) = checked {
                let alone = engine.check(answer, &cancel);
                assert_alike(text, answer, checked, alone);
                count += 1;
            }
        }
        count
    });
    let merged: usize = merged.into_iter().sum();
    assert!(merged > all.len(), "only {merged} answers were merged");
}

/// `obvious` keeps the suggestions out of it: what is left to try beside the texts is the file without its code.
const INFO: &str = "\
format_version = 2
id = \"harbour\"
title = \"A harbour\"
[build]
edition = \"2024\"
[[chapters]]
dir = \"01_a\"
title = \"A\"
[[exercises]]
dir = \"01_a\"
name = \"01_one\"
kind = \"fix\"
obvious = true
starts = [{ fails = \"it_is_two\" }]
hint = [\"Which line?\", \"That one.\", \"As elsewhere.\"]
";

const STARTER: &str = "\
//! One
//! It should be two.

// TODO: which number is it?
fn two() -> u8 {
    1
}

fn main() {
    println!(\"{}\", two());
}

#[cfg(test)]
mod tests {
    #[test]
    fn it_is_two() {
        assert_eq!(super::two(), 2, \"the number\");
    }
}
";

#[test]
fn what_a_machine_has_stopped_is_no_proof() {
    let solution = "//! One.\n//! Two.\n//! Three.\n//! Four.\n\nfn two() -> u8 {\n    2\n}\n\nfn main() {\n    println!(\"{}\", two());\n}\n";
    let wrong = "//! It is three.\n//! refused: test it_is_two\n\nfn two() -> u8 {\n    3\n}\n\nfn main() {\n    println!(\"{}\", two());\n}\n";
    let files = [
        ("info.toml", INFO),
        ("exercises/01_a/01_one.rs", STARTER),
        ("solutions/01_a/01_one.rs", solution),
        ("tests/wrong_answers/one/three.rs", wrong),
    ];
    let folder = TempFolder::new("tutor-stopped-").expect("a folder");
    let root = folder.path();
    let bytes = files.iter().map(|(path, text)| (*path, text.as_bytes()));
    files::write_tree(root, bytes).expect("it can be written");
    let described = place::described("harbour", root).expect("it can be read");
    let loaded = course::load(&described);
    assert_eq!(loaded.faults, []);
    let course = loaded.course.expect("it has no faults");
    let home = Home::open(root).expect("a home");
    let lab = Lab::new(&course, root, &home, None, &Cancel::new());
    let engine = lab.unwrap_or_else(|fault| panic!("{}", fault.what)).engine;
    let exercise = &course.exercises[0];
    let paths = files.iter().map(|(path, _)| (*path).to_owned()).collect();
    let material = Material::read(exercise, root, &paths);

    let known = || {
        let mut answers = Proof::expected_to_compile(exercise, &material);
        let starter = material.starter.clone().expect("it is there");
        let untouched = Proof::answer(exercise, &material, &starter, &starter, With::Starters);
        answers.retain(|(text, _)| **text != *starter);
        answers.push((starter.to_string(), untouched));
        let known = answers.into_iter().map(|(text, answer)| Known {
            text,
            checked: engine.check(&answer, &Cancel::new()),
            share: std::time::Duration::ZERO,
        });
        known.collect::<Vec<_>>()
    };
    let stopped = Cancel::new();
    stopped.cancel();
    for (cancel, sound) in [(Cancel::new(), true), (stopped, false)] {
        let known = known();
        let bench = Bench::new(&engine, &cancel);
        let proven = Proof::new(exercise, &material, &bench, &known).proven();
        // Nothing was found: in the second case because the last check was stopped, as one that a machine lets down.
        assert_eq!(proven.outcome.findings, []);
        assert_eq!((proven.sure, proven.steady), (sound, sound));
    }
}
