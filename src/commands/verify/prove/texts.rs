//! What is wrong with an exercise's texts, found without a compiler.

use super::{Proof, at};
use crate::check::source::{Source, tests_module};
use crate::commands::parts;
use crate::course::model::Kind;
use crate::verify::{Rule, hints, placeholders, texts};

/// Hints of an exercise, none of them empty.
const HINTS: usize = 3;

impl Proof<'_> {
    /// `solved`: the starter is none any more, so that nobody knows what it was. Of several files any may have the mark.
    pub(super) fn texts(&mut self, starter: &str, solved: bool) {
        let mut found = texts::of_starter(starter, self.exercise.kind);
        let elsewhere = texts::todo_lines(starter).is_empty()
            && self
                .material
                .companions
                .iter()
                .any(|file| !texts::todo_lines(&file.starter).is_empty());
        found.retain(|mismatch| !((solved || elsewhere) && mismatch.rule == Rule::TodoMark));
        self.mismatches(self.exercise.main_file(), found);
        self.hint_levels();
        self.hints_are_met(starter);
        let material = self.material;
        if let Some(solution) = &material.solution {
            let path = self.exercise.solution_file();
            self.mismatches(&path, texts::of_solution(solution));
            if !solved {
                self.given_away(starter, solution);
            }
            self.no_tests(&path, solution);
        }
        for answer in material.wrong.iter().chain(&material.right) {
            self.no_tests(&answer.path, &answer.text);
        }
        self.filled_in(starter);
    }

    fn filled_in(&mut self, starter: &str) {
        let (exercise, material) = (self.exercise, self.material);
        let own = [
            Some((exercise.main_file().to_owned(), starter)),
            material
                .solution
                .as_deref()
                .map(|text| (exercise.solution_file(), text)),
            material
                .mutants
                .as_deref()
                .map(|text| (parts::mutants(exercise), text)),
        ];
        let answers = material.wrong.iter().chain(&material.right);
        let answers = answers.map(|answer| (answer.path.clone(), answer.text.as_str()));
        for (path, text) in own.into_iter().flatten().chain(answers) {
            let found = placeholders::in_file(&path, text, Some(&exercise.id));
            self.found.findings.extend(found);
        }
    }

    fn hints_are_met(&mut self, starter: &str) {
        for key in hints::never_met(self.exercise, starter) {
            self.add_to_entry(
                Rule::HintNeverMet,
                format!("`hint_on` has a hint for `{key}`, which nobody can meet here."),
                "Key it by a code, a test of the starter, a token of a rule or a denied lint.",
            );
        }
    }

    fn hint_levels(&mut self) {
        let hints = self.exercise.hints.iter();
        let count = hints.filter(|hint| !hint.trim().is_empty()).count();
        if count != HINTS {
            let what = match count {
                0 => "The exercise has no hints.".to_owned(),
                1 => "The exercise has one hint.".to_owned(),
                count => format!("The exercise has {count} hints."),
            };
            self.add_to_entry(
                Rule::HintLevels,
                what,
                "Give three: a question, the place and the rule, a worked analogue.",
            );
        }
    }

    fn given_away(&mut self, starter: &str, solution: &str) {
        // The third hint of a `write` exercise is its lines, shuffled.
        let whole = match self.exercise.kind {
            Kind::Write => HINTS - 1,
            _ => HINTS,
        };
        let hints = &self.exercise.hints[..whole.min(self.exercise.hints.len())];
        if let Some((level, line)) = hints::given_away(hints, starter, solution) {
            self.add_to_entry(
                Rule::HintGivesAway,
                format!("Hint {level} holds a line of the solution: `{line}`."),
                "Show the rule at work in another domain instead.",
            );
        }
    }

    /// Where tests are the answer, they belong there.
    fn no_tests(&mut self, path: &str, text: &str) {
        if self.exercise.kind == Kind::Tests {
            return;
        }
        let source = Source::new(text);
        if let Some(tests) = tests_module::find(&source) {
            self.add(
                Rule::SolutionTests,
                at(path, source.line_of(tests.whole.start)),
                "It has tests of its own.",
                "Leave them out: the starter's are used.",
            );
        }
    }
}
