//! Our solution, and the answers that are known to be wrong or right.

use std::sync::Arc;

use super::{Hang, Proof, With, at, why};
use crate::check::judge::compiled;
use crate::check::source::Source;
use crate::check::verdict::{Checked, Reason, Verdict};
use crate::commands::verify::material::{Material, OtherAnswer};
use crate::course::model::{Exercise, Kind, Start};
use crate::engine::Answer;
use crate::verify::Rule;
use crate::verify::refusal::{self, Refusal};

impl<'a> Proof<'a> {
    /// Texts that compile if all is well, as answers: the solution, and what is not refused for an error.
    pub(in crate::commands::verify) fn expected_to_compile(
        exercise: &'a Exercise,
        material: &Material,
    ) -> Vec<(String, Answer<'a>)> {
        let Some(starter) = &material.starter else {
            return Vec::new();
        };
        let compiles = |text: &&str| {
            let stated = refusal::stated(text).and_then(refusal::parse);
            stated.is_some_and(|refusal| !matches!(refusal, Refusal::Error { .. }))
        };
        let solution = material.solution.iter().map(String::as_str);
        let right = material.right.iter().map(|answer| answer.text.as_str());
        let wrong = material.wrong.iter().map(|answer| answer.text.as_str());
        let solved = solution.chain(right).map(|text| (text, With::Solutions));
        let wrong = wrong.filter(compiles);
        let untouched = Some(&**starter).filter(|_| !starts_with_an_error(exercise));
        let unsolved = wrong.chain(untouched).map(|text| (text, With::Starters));
        let all = solved.chain(unsolved);
        all.map(|(text, with)| {
            (
                text.to_owned(),
                Proof::answer(exercise, material, text, starter, with),
            )
        })
        .collect()
    }

    /// Our solution as an answer, where there is one.
    pub(in crate::commands::verify) fn solved(
        exercise: &'a Exercise,
        material: &Material,
    ) -> Option<Answer<'a>> {
        let (starter, solution) = (material.starter.as_ref()?, material.solution.as_ref()?);
        Some(Proof::answer(
            exercise,
            material,
            solution,
            starter,
            With::Solutions,
        ))
    }

    pub(super) fn solution(&mut self, starter: &Arc<str>) {
        let path = self.exercise.solution_file();
        let material = self.material;
        let Some(solution) = &material.solution else {
            // One that is there and cannot be read is said as that.
            let unread = material.unreadable.iter().any(|(there, _)| *there == path);
            if self.is_ours() && !unread {
                self.add_to_entry(
                    Rule::NoSolution,
                    format!("There is no solution {path}."),
                    "Write it.",
                );
            }
            return;
        };
        let checked = self.check(solution, starter, With::Solutions, Hang::Retry);
        match &checked.verdict {
            Verdict::Passed => {
                self.solution_warns(&path, &checked);
                if self.is_ours() {
                    self.solved_screen(starter, solution, &checked);
                }
            }
            Verdict::Skipped { .. } => {}
            Verdict::NotYet(_) => self.add(
                Rule::SolutionFails,
                at(
                    &path,
                    line_of(&checked.verdict).min(solution.lines().count()),
                ),
                format!("The solution does not pass: {}.", why(&checked.verdict)),
                how_to_mend(self.exercise),
            ),
            _ => self.not_checked(&path, &checked.verdict),
        }
    }

    fn solution_warns(&mut self, path: &str, checked: &Checked) {
        if matches!(self.exercise.kind, Kind::Predict | Kind::Break) {
            return;
        }
        let allowed =
            |code: Option<&str>| code == Some("unsafe_code") && self.exercise.unsafe_allowed;
        let warnings = checked.evidence.warnings.iter();
        let counting: Vec<_> = warnings
            .filter(|found| !allowed(found.code.as_deref()))
            .collect();
        for warning in counting {
            let line = compiled::line_of(warning, self.exercise.main_file());
            let lint = warning.code.as_deref().unwrap_or("a warning");
            self.add(
                Rule::SolutionWarns,
                at(path, line),
                format!("The solution shows {lint}: {}.", warning.message),
                "Write it so that no lint objects.",
            );
        }
    }

    pub(super) fn answers(&mut self, starter: &Arc<str>) {
        let material = self.material;
        if material.wrong.is_empty() && self.is_ours() {
            let folder = format!("tests/wrong_answers/{}/", self.exercise.id);
            self.add_to_entry(
                Rule::NoWrongAnswer,
                "No wrong answer shows what must be refused.",
                format!("Write the laziest wrong fix into {folder}."),
            );
        }
        for answer in &material.wrong {
            self.wrong(answer, starter);
        }
        for answer in &material.right {
            self.right(answer, starter);
        }
    }

    fn right(&mut self, answer: &OtherAnswer, starter: &Arc<str>) {
        let checked = self.check(&answer.text, starter, With::Solutions, Hang::Retry);
        match &checked.verdict {
            Verdict::Passed | Verdict::Skipped { .. } => {}
            Verdict::NotYet(_) => self.add(
                Rule::RightRefused,
                at(&answer.path, line_of(&checked.verdict)),
                format!("This right answer is refused: {}.", why(&checked.verdict)),
                "Let the exercise accept it, or call it a wrong answer.",
            ),
            _ => self.not_checked(&answer.path, &checked.verdict),
        }
    }

    fn wrong(&mut self, answer: &OtherAnswer, starter: &Arc<str>) {
        let stated = refusal::stated(&answer.text).unwrap_or_default();
        let Some(wanted) = refusal::parse(stated) else {
            self.add(
                Rule::NoRefusal,
                at(&answer.path, 2),
                "The second line does not say why this answer is refused.",
                format!("Write `//! refused: ` and one of: {}.", refusal::FORMS),
            );
            return;
        };
        let hang = Hang::where_declared(wanted == Refusal::Hangs);
        let checked = self.check(&answer.text, starter, With::Starters, hang);
        match &checked.verdict {
            Verdict::NotYet(reasons) => {
                let (text, starter) = (Source::new(&*answer.text), Source::new(&**starter));
                if !refusal::is_among(&wanted, reasons, &text, &starter) {
                    self.add(
                        Rule::OtherRefusal,
                        at(&answer.path, 2),
                        format!(
                            "It is refused, but not for `{stated}`: {}.",
                            why(&checked.verdict)
                        ),
                        "State the reason that it gets, or let the exercise give the stated one.",
                    );
                }
            }
            Verdict::Skipped { .. } => {}
            Verdict::Passed => self.add(
                Rule::WrongPasses,
                at(&answer.path, 1),
                "This wrong answer passes.",
                "Refuse it by a test, a rule or a budget.",
            ),
            other => self.not_checked(&answer.path, other),
        }
    }

    fn not_checked(&mut self, path: &str, verdict: &Verdict) {
        self.add(
            Rule::NotChecked,
            at(path, 1),
            format!("This could not be checked: {}.", why(verdict)),
            "See that the toolchain works (`tutor doctor`).",
        );
    }
}

fn starts_with_an_error(exercise: &Exercise) -> bool {
    let mut starts = exercise.starts.iter().flatten();
    starts.any(|start| matches!(start, Start::Error { .. }))
}

/// The line of the first reason that has one.
fn line_of(verdict: &Verdict) -> usize {
    let Verdict::NotYet(reasons) = verdict else {
        return 1;
    };
    let line = reasons.iter().find_map(|reason| match reason {
        Reason::Refused { line, .. } | Reason::Lint { line, .. } | Reason::Changed { line, .. } => {
            Some(*line)
        }
        _ => None,
    });
    line.unwrap_or(1)
}

/// What to do with a solution that does not pass.
fn how_to_mend(exercise: &Exercise) -> String {
    let its = match exercise.kind {
        Kind::Predict => "marks",
        Kind::Trace => "lines",
        _ => return "Mend the solution, or what it is held against.".to_owned(),
    };
    let id = &exercise.id;
    format!("If its {its} are wrong, `tutor verify {id} --bless` writes them. Else mend its code.")
}
