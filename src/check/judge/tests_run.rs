//! The required tests: which ran, which did not, and what each that failed has to say.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::check::job::{End, Ended};
use crate::check::panic;
use crate::check::report::{Message, Ran, Report, printed_by_test, printed_whole};
use crate::check::source::splice::{MAIN, Required, Spliced};
use crate::check::verdict::{
    Crash, FailedTest, Failure, Fault, Printed, Reason, TestRun, TestState,
};

/// One run of the tests, judged: the state of each, and every reason against it.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    pub tests: Vec<TestRun>,
    pub reasons: Vec<Reason>,
    pub fault: Option<Fault>,
}

/// What one run left behind.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    pub ended: &'a Ended,
    pub report: &'a Report,
    pub nonce: &'a str,
    pub limit: Duration,
    /// The compiled file's name, to tell its lines from those of std.
    pub file: &'a str,
}

/// "All tests passed" is never read from the harness's text: passed means that every required test began and ended
/// according to the probe, and that the process left with 0.
pub fn judge(spliced: &Spliced, facts: Facts<'_>) -> Judged {
    let printed = printed_by_test(&facts.ended.stdout, facts.nonce);
    let all_well = facts.ended.end == End::Exited(0);
    let tests: Vec<TestRun> = spliced
        .required
        .iter()
        .map(|test| test_run(test, spliced, facts.report, &printed, all_well))
        .collect();
    let failed = || tests.iter().filter(|test| test.state == TestState::Failed);
    let mut reasons: Vec<Reason> = Vec::new();
    let mut fault = None;
    match &facts.ended.end {
        End::TimedOut => reasons.push(hang(spliced, facts, &printed)),
        End::Flooded => reasons.push(Reason::Floods {
            printed: overall(facts),
        }),
        End::Signal(signal) => reasons.push(Reason::Crashed {
            how: signalled(*signal, facts),
            printed: overall(facts),
        }),
        End::NotStarted { why, .. } => fault = Some(not_started(why)),
        End::Exited(_) | End::Cancelled => {}
    }
    reasons.extend(failed().map(|test| Reason::Test(failed_test(test, spliced, facts))));
    if fault.is_none() && is_cut_short(&tests, facts) {
        reasons.clear();
        fault = Some(no_room());
    }
    if reasons.is_empty() && fault.is_none() {
        reasons.extend(left_early(&tests, facts));
    }
    Judged {
        tests,
        reasons,
        fault,
    }
}

/// The probe said on the program's output that a test was over, and could not write it down.
fn is_cut_short(tests: &[TestRun], facts: Facts<'_>) -> bool {
    let open = |test: &&TestRun| matches!(test.state, TestState::NotRun | TestState::Unfinished);
    let mut open = tests.iter().filter(open).peekable();
    if open.peek().is_none() {
        return false;
    }
    let printed = facts.ended.stdout.text();
    open.any(|test| printed.contains(&format!("\n{} end {}\n", facts.nonce, test.name)))
}

fn no_room() -> Fault {
    Fault {
        what: "The tests ran, but what they found could not be written down.".into(),
        remedy: "The disk may be full: free some space, then check again.".into(),
        detail: String::new(),
    }
}

fn test_run(
    test: &Required,
    spliced: &Spliced,
    report: &Report,
    printed: &BTreeMap<String, Printed>,
    all_well: bool,
) -> TestRun {
    let should_panic = spliced.should_panic.contains(&test.name);
    let state = match report.tests.get(&test.name) {
        None => TestState::NotRun,
        Some(ran) if ran.panicked && should_panic && all_well => TestState::Passed,
        Some(ran) if ran.panicked || (ran.ended && should_panic) => TestState::Failed,
        Some(ran) if ran.ended => TestState::Passed,
        Some(_) => TestState::Unfinished,
    };
    TestRun {
        name: test.name.clone(),
        line: test.line,
        state,
        printed: printed.get(&test.name).cloned().unwrap_or_default(),
    }
}

fn failed_test(test: &TestRun, spliced: &Spliced, facts: Facts<'_>) -> FailedTest {
    let ran = facts.report.tests.get(&test.name);
    let failure = match ran.and_then(Ran::message) {
        Some(message) => panic::failure(&message.text, own_line(message, spliced, facts.file)),
        None if spliced.should_panic.contains(&test.name) => Failure::Panic {
            message: "it should have panicked, and did not".into(),
            line: None,
        },
        None => Failure::Panic {
            message: "it panicked without a message".into(),
            line: None,
        },
    };
    FailedTest {
        name: test.name.clone(),
        line: test.line,
        failure,
    }
}

/// The learner's line of a panic; none for a place in std or in the locked tests.
fn own_line(message: &Message, spliced: &Spliced, file: &str) -> Option<usize> {
    let own = message.file.replace('\\', "/").ends_with(file) && !spliced.is_locked(message.line);
    own.then_some(message.line)
}

fn hang(spliced: &Spliced, facts: Facts<'_>, printed: &BTreeMap<String, Printed>) -> Reason {
    let test = facts.report.unfinished().filter(|name| *name != MAIN);
    let line = test
        .and_then(|name| spliced.required.iter().find(|t| t.name == name))
        .and_then(|t| t.line);
    let shown = facts
        .report
        .unfinished()
        .and_then(|name| printed.get(name).cloned());
    Reason::Hangs {
        test: test.map(str::to_owned),
        line,
        limit: facts.limit,
        printed: shown.unwrap_or_default(),
    }
}

/// The process is over, no test failed: did all of them end, and did it leave as it should?
fn left_early(tests: &[TestRun], facts: Facts<'_>) -> Option<Reason> {
    let missing: Vec<String> = tests
        .iter()
        .filter(|test| matches!(test.state, TestState::NotRun | TestState::Unfinished))
        .map(|test| test.name.clone())
        .collect();
    if !missing.is_empty() {
        return Some(Reason::EndedEarly { missing });
    }
    match facts.ended.end {
        End::Exited(0) | End::Cancelled => None,
        End::Exited(code) => Some(Reason::Crashed {
            how: Crash::Exit { code, expected: 0 },
            printed: overall(facts),
        }),
        _ => None,
    }
}

fn overall(facts: Facts<'_>) -> Printed {
    let mut printed = printed_whole(&facts.ended.stdout);
    let marks = |line: &String| line.starts_with(facts.nonce) || line.starts_with("running ");
    printed.head.retain(|line| !marks(line));
    printed.tail.retain(|line| !marks(line));
    printed
}

/// The signal's name as the system has it, and the two that have a cause one can name.
pub fn signalled(signal: i32, facts: Facts<'_>) -> Crash {
    crash_of_signal(signal, &facts.ended.stderr.text())
}

/// What a signal means, together with what the runtime wrote before it.
pub fn crash_of_signal(signal: i32, stderr: &str) -> Crash {
    if stderr.contains("has overflowed its stack") {
        return Crash::StackOverflow;
    }
    if stderr.contains("memory allocation of") {
        return Crash::OutOfMemory;
    }
    let name = match signal {
        4 => "SIGILL",
        6 => "SIGABRT",
        7 => "SIGBUS",
        8 => "SIGFPE",
        9 => "SIGKILL",
        11 => "SIGSEGV",
        24 => "SIGXCPU",
        25 => "SIGXFSZ",
        other => {
            return Crash::Signal {
                name: format!("signal {other}"),
            };
        }
    };
    Crash::Signal {
        name: name.to_owned(),
    }
}

/// A program that was just built does not start.
pub fn not_started(why: &str) -> Fault {
    Fault {
        what: "The program was built, but the system does not start it.".into(),
        remedy:
            "If you have an antivirus program, let it spare the course's folder, then check again."
                .into(),
        detail: why.to_owned(),
    }
}
