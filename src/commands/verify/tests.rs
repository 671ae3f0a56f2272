//! A merged run and a one-by-one run give the same verdicts: for every answer of the course that comes with tutor that
//! is merged at all, to the last reason. All others are checked in the same way in both.

use std::path::Path;

use super::lab::{Home, Lab};
use super::material::Material;
use super::prove::Proof;
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
