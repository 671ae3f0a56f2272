//! The proof of one exercise: its texts, its starter, its solution, its answers.

use std::sync::Arc;

use crate::check::source::{Source, tests_module};
use crate::check::verdict::{Checked, Reason, Verdict};
use crate::course::model::{Exercise, Format, Kind, Place};
use crate::engine::{Answer, AnswerFile, Engine};
use crate::system::process::Cancel;
use crate::verify::refusal;
use crate::verify::starts::{self, Mismatch};
use crate::verify::{Finding, Rule, hints, suggestions, texts};

use super::material::{Material, OtherAnswer};

pub(super) struct Proof<'a> {
    exercise: &'a Exercise,
    material: &'a Material,
    engine: &'a Engine,
    cancel: &'a Cancel,
    found: Vec<Finding>,
}

impl<'a> Proof<'a> {
    pub(super) fn new(
        exercise: &'a Exercise,
        material: &'a Material,
        engine: &'a Engine,
        cancel: &'a Cancel,
    ) -> Proof<'a> {
        Proof {
            exercise,
            material,
            engine,
            cancel,
            found: Vec::new(),
        }
    }

    pub(super) fn findings(mut self) -> Vec<Finding> {
        let Some(starter) = self.material.starter.clone() else {
            return self.found;
        };
        if self.engine.format() == Format::Tutor {
            self.texts(&starter);
        }
        self.starter(&starter);
        self.solution(&starter);
        self.answers(&starter);
        self.found
    }

    fn add(
        &mut self,
        rule: Rule,
        place: Place,
        what: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        let exercise = Some(self.exercise.id.clone());
        self.found.push(Finding {
            place,
            rule,
            exercise,
            what: what.into(),
            remedy: remedy.into(),
        });
    }

    fn mismatches(&mut self, path: &str, mismatches: Vec<Mismatch>) {
        for Mismatch {
            rule,
            line,
            what,
            remedy,
        } in mismatches
        {
            let place = line.map_or_else(|| self.exercise.declared.clone(), |line| at(path, line));
            self.add(rule, place, what, remedy);
        }
    }

    fn texts(&mut self, starter: &str) {
        self.mismatches(self.exercise.main_file(), texts::of_starter(starter));
        let hint_count = self
            .exercise
            .hints
            .iter()
            .filter(|hint| !hint.trim().is_empty())
            .count();
        if hint_count != 3 {
            let what = format!("The exercise has {hint_count} hints.");
            self.add(
                Rule::HintLevels,
                self.exercise.declared.clone(),
                what,
                "Give three: a question, the place and the rule, a worked analogue.",
            );
        }
        let Some(solution) = &self.material.solution else {
            return;
        };
        let path = self.exercise.solution_file();
        self.mismatches(&path, texts::of_solution(solution));
        // The third hint of a `write` exercise is its lines, shuffled.
        let whole = if self.exercise.kind == Kind::Write {
            2
        } else {
            3
        };
        let hints = &self.exercise.hints[..whole.min(self.exercise.hints.len())];
        if let Some((level, line)) = hints::given_away(hints, starter, solution) {
            let what = format!("Hint {level} holds a line of the solution: `{line}`.");
            self.add(
                Rule::HintGivesAway,
                self.exercise.declared.clone(),
                what,
                "Show the rule at work in another domain instead.",
            );
        }
        let is_tests = self.exercise.kind == Kind::Tests;
        if !is_tests && tests_module::find(&Source::new(solution.as_str())).is_some() {
            self.add(
                Rule::SolutionTests,
                at(&path, 1),
                "The solution has tests of its own.",
                "Leave them out: the starter's are used.",
            );
        }
    }

    fn check(&self, text: &str, starter: &Arc<str>, solved: bool) -> Checked {
        let companions = self
            .material
            .companions
            .iter()
            .map(|(path, starter, solution)| AnswerFile {
                path: path.clone(),
                bytes: Some(if solved { solution } else { starter }.clone().into_bytes()),
            });
        let main = AnswerFile {
            path: self.exercise.main_file().to_owned(),
            bytes: Some(text.as_bytes().to_vec()),
        };
        let answer = Answer {
            exercise: self.exercise,
            files: std::iter::once(main).chain(companions).collect(),
            starter: starter.clone(),
            mutants: self.material.mutants.clone(),
        };
        self.engine.check(&answer, self.cancel)
    }

    fn starter(&mut self, starter: &Arc<str>) {
        let checked = self.check(starter, starter, false);
        let source = Source::new(&**starter);
        self.mismatches(
            self.exercise.main_file(),
            starts::compare(self.exercise, &source, &checked),
        );
        if self.engine.format() == Format::Tutor {
            self.typed_in(starter, &checked);
            self.commented_out(starter);
        }
    }

    /// Types in what the compiler proposes, three times over, and checks the outcome.
    fn typed_in(&mut self, starter: &Arc<str>, checked: &Checked) {
        if self.exercise.obvious || self.exercise.kind != Kind::Fix {
            return;
        }
        let mut errors = checked.evidence.errors.clone();
        let mut text = starter.to_string();
        for _ in 0..3 {
            let Some(next) = suggestions::typed_in(&text, &errors, self.exercise.main_file())
            else {
                return;
            };
            let checked = self.check(&next, starter, false);
            if checked.verdict == Verdict::Passed {
                let what = "Typing in the compiler's own suggestions solves it.";
                self.add(
                    Rule::Suggested,
                    at(self.exercise.main_file(), 1),
                    what,
                    "Refuse that way by a rule or a test, or say `obvious = true`.",
                );
                return;
            }
            errors = checked.evidence.errors;
            text = next;
        }
    }

    fn commented_out(&mut self, starter: &Arc<str>) {
        let text = comment_out(starter);
        if self.check(&text, starter, false).verdict == Verdict::Passed {
            let what = "A file whose code is commented out passes.";
            self.add(
                Rule::CommentedOut,
                at(self.exercise.main_file(), 1),
                what,
                "Add a test, or `prints`, that needs the code.",
            );
        }
    }

    fn solution(&mut self, starter: &Arc<str>) {
        let path = self.exercise.solution_file();
        let Some(solution) = &self.material.solution else {
            if self.engine.format() == Format::Tutor {
                self.add(
                    Rule::NoSolution,
                    self.exercise.declared.clone(),
                    format!("There is no solution {path}."),
                    "Write it.",
                );
            }
            return;
        };
        let checked = self.check(solution, starter, true);
        match &checked.verdict {
            Verdict::Passed => {}
            Verdict::Skipped { .. } => return,
            other => {
                let what = format!("The solution does not pass: {}.", why(other));
                self.add(
                    Rule::SolutionFails,
                    at(&path, line_of(other)),
                    what,
                    "Mend the solution, or what it is held against.",
                );
                return;
            }
        }
        let counts =
            |code: Option<&str>| !(code == Some("unsafe_code") && self.exercise.unsafe_allowed);
        let warnings: Vec<_> = checked
            .evidence
            .warnings
            .iter()
            .filter(|w| counts(w.code.as_deref()))
            .cloned()
            .collect();
        let expected = matches!(self.exercise.kind, Kind::Predict | Kind::Break);
        for warning in warnings.iter().filter(|_| !expected) {
            let line = crate::check::judge::compiled::line_of(warning, self.exercise.main_file());
            let lint = warning.code.as_deref().unwrap_or("a warning");
            self.add(
                Rule::SolutionWarns,
                at(&path, line.max(1)),
                format!("The solution shows {lint}: {}.", warning.message),
                "Write it so that no lint objects.",
            );
        }
    }

    fn answers(&mut self, starter: &Arc<str>) {
        let material = self.material;
        if material.wrong.is_empty() && self.engine.format() == Format::Tutor {
            let what = "No wrong answer shows what must be refused.";
            let folder = format!("tests/wrong_answers/{}/", self.exercise.id);
            self.add(
                Rule::NoWrongAnswer,
                self.exercise.declared.clone(),
                what,
                format!("Write the laziest wrong fix into {folder}."),
            );
        }
        for answer in &material.wrong {
            self.wrong(answer, starter);
        }
        for answer in &material.right {
            let checked = self.check(&answer.text, starter, true);
            if !matches!(checked.verdict, Verdict::Passed | Verdict::Skipped { .. }) {
                let what = format!("This right answer is refused: {}.", why(&checked.verdict));
                self.add(
                    Rule::RightRefused,
                    at(&answer.path, 1),
                    what,
                    "Let the exercise accept it, or call it a wrong answer.",
                );
            }
        }
    }

    fn wrong(&mut self, answer: &OtherAnswer, starter: &Arc<str>) {
        let stated = refusal::stated(&answer.text);
        let Some(wanted) = stated.and_then(refusal::parse) else {
            let what = "The second line does not say why this answer is refused.";
            self.add(
                Rule::NoRefusal,
                at(&answer.path, 2),
                what,
                "Write `//! refused: ` and one of the forms of the guide.",
            );
            return;
        };
        let checked = self.check(&answer.text, starter, false);
        match &checked.verdict {
            Verdict::NotYet(reasons) => {
                let source = Source::new(answer.text.as_str());
                if !refusal::is_among(&wanted, reasons, &source, &Source::new(&**starter)) {
                    let what = format!(
                        "It is refused, but not for `{}`: {}.",
                        stated.unwrap_or_default(),
                        why(&checked.verdict)
                    );
                    self.add(
                        Rule::OtherRefusal,
                        at(&answer.path, 2),
                        what,
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
            other => {
                let what = format!("This answer could not be checked: {}.", why(other));
                self.add(
                    Rule::NotChecked,
                    at(&answer.path, 1),
                    what,
                    "See that the toolchain works (`tutor doctor`).",
                );
            }
        }
    }
}

fn at(path: &str, line: usize) -> Place {
    Place {
        path: path.to_owned(),
        line: line.max(1),
    }
}

/// Everything but the leading `//!` lines and the tests as comments.
fn comment_out(starter: &str) -> String {
    let source = Source::new(starter);
    let tests =
        tests_module::find(&source).map_or(usize::MAX, |module| source.line_of(module.whole.start));
    let line = |(index, line): (usize, &str)| match line {
        line if line.starts_with("//!") || index + 1 >= tests => format!("{line}\n"),
        line => format!("// {line}\n"),
    };
    starter.lines().enumerate().map(line).collect()
}

fn line_of(verdict: &Verdict) -> usize {
    match verdict {
        Verdict::NotYet(reasons) => reasons
            .iter()
            .find_map(|reason| match reason {
                Reason::Refused { line, .. }
                | Reason::Lint { line, .. }
                | Reason::Changed { line, .. } => Some(*line),
                _ => None,
            })
            .unwrap_or(1),
        _ => 1,
    }
}

/// The reasons in a few words each.
fn why(verdict: &Verdict) -> String {
    match verdict {
        Verdict::NotYet(reasons) => reasons
            .iter()
            .take(3)
            .map(crate::verify::refusal::words)
            .collect::<Vec<_>>()
            .join("; "),
        Verdict::Unclear { raw } => raw.clone(),
        Verdict::Broken(fault) => format!("{} {}", fault.what, fault.detail),
        Verdict::Skipped { missing } => format!("{missing} is missing"),
        Verdict::Passed => "it passes".into(),
    }
}
