//! What the learner's `main` prints: compared where the course says what, shown where the tests fail.

use crate::check::judge::output;
use crate::check::plan::{self, Shape};
use crate::check::report;
use crate::check::source::splice::MAIN;
use crate::check::verdict::{Crash, Evidence, Reason, Stream, TestState};
use crate::course::model::{Format, Profile};

use super::super::{Step, compiler};
use super::Attempt;

impl Attempt<'_> {
    /// What `main` prints: compared where the course says what, shown where the tests fail.
    pub(super) fn program_output(
        &self,
        reasons: &mut Vec<Reason>,
        evidence: &mut Evidence,
    ) -> Step<()> {
        let has_main = self.spliced.text.contains(MAIN);
        if !self.has_tests() || !has_main {
            return Ok(());
        }
        let wanted = &self.exercise.runs;
        let simple = self.runs_plainly();
        let failing = evidence
            .tests
            .iter()
            .any(|test| test.state == TestState::Failed);
        let v1 = self.engine.format == Format::Rustlings;
        if simple && (failing || v1 || !wanted.is_empty()) {
            self.main_as_test(reasons, evidence)?;
        }
        if !simple && reasons.is_empty() {
            let compiled = self.compile(Profile::Debug, Shape::Program)?;
            compiler::accepted(self.subject(), &compiled, evidence)?;
            self.engine.reads_only_its_own(self.answer, &compiled)?;
            reasons.extend(self.run_program(&compiled, evidence)?);
        }
        Ok(())
    }

    /// Whether `main` can be run beside the tests: no input, no arguments, no other end than success.
    pub(super) fn runs_plainly(&self) -> bool {
        self.exercise.runs.iter().all(|run| {
            run.args.is_empty() && run.stdin.is_empty() && run.exit == 0 && run.stderr.is_none()
        })
    }

    pub(super) fn main_as_test(
        &self,
        reasons: &mut Vec<Reason>,
        evidence: &mut Evidence,
    ) -> Step<()> {
        let name = format!("{}{}", self.exercise.id, std::env::consts::EXE_SUFFIX);
        let own = || self.scratch.out().join(&name);
        let program = self.program.clone().unwrap_or_else(own);
        let ended = self.run(
            &program,
            plan::test_args(&self.spliced.module, [MAIN].into_iter()),
            None,
        )?;
        let printed = report::printed_by_test(&ended.stdout, &self.nonce)
            .remove(MAIN)
            .unwrap_or_default();
        evidence.printed = Some(printed.clone());
        if !reasons.is_empty() {
            return Ok(());
        }
        let report = self.report();
        let main = report.tests.get(MAIN);
        // `main` may end the process itself: what counts is that nothing went wrong, and what it printed.
        match main {
            Some(ran) if ran.panicked => {
                let message = ran.message();
                let line = message
                    .filter(|m| m.file.ends_with(self.file()))
                    .map(|m| m.line);
                let message = message.map(|m| m.text.clone()).unwrap_or_default();
                reasons.push(Reason::Crashed {
                    how: Crash::Panic { message, line },
                    printed: printed.clone(),
                });
            }
            _ => reasons.extend(self.ended_badly(&ended, 0, &printed)),
        }
        let wanted = self
            .exercise
            .runs
            .iter()
            .filter_map(|run| run.prints.as_deref());
        reasons.extend(
            wanted
                .filter_map(|text| output::compare(&printed, text, Stream::Out))
                .map(Reason::Output),
        );
        Ok(())
    }
}
