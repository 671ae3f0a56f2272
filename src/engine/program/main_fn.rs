//! What the learner's `main` prints: compared where the course says what, shown where the tests fail.

use crate::check::judge::output;
use crate::check::plan::{self, Shape};
use crate::check::report;
use crate::check::source::splice::MAIN;
use crate::check::verdict::{Crash, Evidence, Printed, Reason, Stream, TestState};
use crate::course::model::{Format, Profile};

use super::super::Step;
use super::super::compiler::{self, Compiled};
use super::Attempt;

impl Attempt<'_> {
    /// What `main` prints, of an exercise whose tests have run.
    pub(super) fn program_output(
        &self,
        tests: &Compiled,
        reasons: &mut Vec<Reason>,
        evidence: &mut Evidence,
    ) -> Step<()> {
        if !self.has_tests() {
            return Ok(());
        }
        if self.spliced.calls_main && self.runs_plainly() {
            if self.wants_main(evidence) {
                self.main_as_test(tests, reasons, evidence)?;
            }
        } else if !self.exercise.runs.is_empty() && reasons.is_empty() {
            // A `main` that is not there is missed only by a compiler that makes the program itself.
            let program = self.compile(Profile::Debug, Shape::Program)?;
            compiler::accepted(self.subject(), &program, evidence)?;
            self.engine.reads_only_its_own(self.answer, &program)?;
            reasons.extend(self.run_program(&program, evidence)?);
        }
        Ok(())
    }

    /// Whether `main` can be run beside the tests: no input, no arguments, no other end than success.
    pub(super) fn runs_plainly(&self) -> bool {
        self.exercise.runs.iter().all(|run| {
            run.args.is_empty() && run.stdin.is_empty() && run.exit == 0 && run.stderr.is_none()
        })
    }

    fn wants_main(&self, evidence: &Evidence) -> bool {
        let mut tests = evidence.tests.iter();
        self.engine.format == Format::Rustlings
            || !self.exercise.runs.is_empty()
            || tests.any(|test| test.state == TestState::Failed)
    }

    fn main_as_test(
        &self,
        tests: &Compiled,
        reasons: &mut Vec<Reason>,
        evidence: &mut Evidence,
    ) -> Step<()> {
        let args = plan::test_args(&self.spliced.module, [MAIN].into_iter());
        let ended = self.run(&tests.artifact, args, None)?;
        let output = report::printed_by_test(&ended.stdout, &self.nonce)
            .remove(MAIN)
            .unwrap_or_default();
        let printed = output.printed();
        evidence.printed = Some(printed.clone());
        if !reasons.is_empty() {
            return Ok(());
        }
        // `main` may end the process itself: what counts is that nothing went wrong, and what it printed.
        let badly = self
            .panic_of_main(&printed)
            .or_else(|| self.ended_badly(&ended, 0, &printed));
        reasons.extend(badly);
        let runs = self.exercise.runs.iter();
        let misses = runs
            .filter_map(|run| run.prints.as_deref())
            .filter_map(|text| output::compare(&output, text, Stream::Out));
        reasons.extend(misses.map(Reason::Output));
        Ok(())
    }

    fn panic_of_main(&self, printed: &Printed) -> Option<Reason> {
        let report = self.report();
        let ran = report.tests.get(MAIN).filter(|ran| ran.panicked)?;
        let message = ran.message();
        let line = message
            .filter(|m| m.file.ends_with(self.file()))
            .map(|m| m.line);
        let message = message.map(|m| m.text.clone()).unwrap_or_default();
        Some(Reason::Crashed {
            how: Crash::Panic { message, line },
            printed: printed.clone(),
        })
    }
}
