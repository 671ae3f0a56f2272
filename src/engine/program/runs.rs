//! Runs of what was compiled: the locked tests, or the program itself.

use std::ffi::OsString;
use std::path::Path;
use std::time::Duration;

use crate::check::job::Ended;
use crate::check::judge::{self, output, tests_run};
use crate::check::plan;
use crate::check::report::{self, Report};
use crate::check::verdict::{Evidence, Notice, Printed, Reason, Stream};
use crate::course::model::ProgramRun;

use super::super::Step;
use super::super::compiler::Compiled;
use super::super::run::{self, Program};
use super::Attempt;

impl Attempt<'_> {
    pub(super) fn limit(&self) -> Duration {
        Duration::from_secs(self.exercise.timeout_s)
    }

    pub(super) fn run(
        &self,
        path: &Path,
        args: Vec<OsString>,
        stdin: Option<Vec<u8>>,
    ) -> Step<Ended> {
        let program = Program {
            path,
            args,
            stdin,
            timeout: self.limit(),
        };
        self.engine.run(&self.scratch, program, self.cancel)
    }

    pub(super) fn report(&self) -> Report {
        Report::parse(&self.scratch.report(), &self.nonce)
    }

    pub(super) fn run_tests(
        &self,
        compiled: &Compiled,
        evidence: &mut Evidence,
    ) -> Step<Vec<Reason>> {
        let names = self.spliced.required.iter().map(|test| test.name.as_str());
        let ended = self.run(
            &compiled.artifact,
            plan::test_args(&self.spliced.module, names),
            None,
        )?;
        let report = self.report();
        let facts = tests_run::Facts {
            ended: &ended,
            report: &report,
            nonce: &self.nonce,
            limit: self.limit(),
            file: self.file(),
        };
        let judged = tests_run::judge(&self.spliced, facts)
            .map_err(|fault| Box::new(judge::broken(fault)))?;
        note_left(&ended, evidence);
        evidence.tests = judged.tests;
        let mut reasons = judged.reasons;
        if reasons.is_empty() {
            reasons.extend(self.over_budget(&report)?);
        }
        Ok(reasons)
    }

    /// An exercise without tests: the program itself is run.
    pub(super) fn run_program(
        &self,
        compiled: &Compiled,
        evidence: &mut Evidence,
    ) -> Step<Vec<Reason>> {
        let runs = &self.exercise.runs;
        if runs.is_empty() {
            return self.one_run(compiled, &Default::default(), evidence);
        }
        for run in runs {
            let reasons = self.one_run(compiled, run, evidence)?;
            if !reasons.is_empty() {
                return Ok(reasons);
            }
        }
        Ok(Vec::new())
    }

    pub(super) fn one_run(
        &self,
        compiled: &Compiled,
        wanted: &ProgramRun,
        evidence: &mut Evidence,
    ) -> Step<Vec<Reason>> {
        let args = wanted.args.iter().map(OsString::from).collect();
        let stdin = (!wanted.stdin.is_empty()).then(|| wanted.stdin.clone().into_bytes());
        let ended = self.run(&compiled.artifact, args, stdin)?;
        note_left(&ended, evidence);
        let output = report::printed_whole(&ended.stdout);
        let printed = output.printed();
        evidence.printed = Some(printed.clone());
        if let Some(reason) = self.ended_badly(&ended, wanted.exit, &printed) {
            return Ok(vec![reason]);
        }
        let out = wanted
            .prints
            .as_deref()
            .and_then(|text| output::compare(&output, text, Stream::Out));
        let err = wanted.stderr.as_deref();
        let err = err.and_then(|text| {
            output::compare(&report::printed_whole(&ended.stderr), text, Stream::Err)
        });
        Ok(out.or(err).map(Reason::Output).into_iter().collect())
    }

    pub(super) fn ended_badly(
        &self,
        ended: &Ended,
        wanted: i32,
        printed: &Printed,
    ) -> Option<Reason> {
        run::ended_badly(ended, wanted, self.limit(), printed, self.file())
    }
}

fn note_left(ended: &Ended, evidence: &mut Evidence) {
    if ended.left_processes && !evidence.notices.contains(&Notice::ProcessesLeft) {
        evidence.notices.push(Notice::ProcessesLeft);
    }
}
