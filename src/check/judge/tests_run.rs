//! The required tests: which ran, which did not, and what each that failed has to say.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::check::job::{End, Ended};
use crate::check::panic;
use crate::check::report::{Message, Output, Ran, Report, printed_by_test, printed_whole};
use crate::check::source::splice::{MAIN, Required, Spliced};
use crate::check::verdict::{
    Crash, FailedTest, Failure, Fault, Printed, Reason, TestRun, TestState,
};

/// One run of the tests, judged: the state of each, and every reason against it.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    pub tests: Vec<TestRun>,
    pub reasons: Vec<Reason>,
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
/// according to the probe, and that the process left with 0. A fault where the run says nothing of the tests.
pub fn judge(spliced: &Spliced, facts: Facts<'_>) -> Result<Judged, Fault> {
    if let End::NotStarted { why, .. } = &facts.ended.end {
        return Err(not_started(why));
    }
    let printed = printed_by_test(&facts.ended.stdout, facts.nonce);
    let all_well = facts.ended.end == End::Exited(0);
    let tests: Vec<TestRun> = spliced
        .required
        .iter()
        .map(|test| test_run(test, spliced, facts.report, &printed, all_well))
        .collect();
    if is_cut_short(&tests, facts) {
        return Err(no_room());
    }
    let mut reasons: Vec<Reason> = stopped(spliced, facts, &printed).into_iter().collect();
    let failed = tests.iter().filter(|test| test.state == TestState::Failed);
    reasons.extend(failed.map(|test| Reason::Test(failed_test(test, spliced, facts))));
    if reasons.is_empty() {
        reasons.extend(left_early(&tests, facts));
    }
    Ok(Judged { tests, reasons })
}

/// The process did not leave by itself.
fn stopped(
    spliced: &Spliced,
    facts: Facts<'_>,
    printed: &BTreeMap<String, Output>,
) -> Option<Reason> {
    match &facts.ended.end {
        End::TimedOut => Some(hang(spliced, facts, printed)),
        End::Flooded => Some(Reason::Floods {
            printed: overall(facts),
        }),
        End::Signal(signal) => Some(Reason::Crashed {
            how: crash_of_signal(*signal, &facts.ended.stderr.text()),
            printed: overall(facts),
        }),
        End::Exited(_) | End::Cancelled | End::NotStarted { .. } => None,
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
    printed: &BTreeMap<String, Output>,
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
        printed: printed
            .get(&test.name)
            .map(Output::printed)
            .unwrap_or_default(),
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

fn hang(spliced: &Spliced, facts: Facts<'_>, printed: &BTreeMap<String, Output>) -> Reason {
    let test = facts.report.unfinished().filter(|name| *name != MAIN);
    let line = test
        .and_then(|name| spliced.required.iter().find(|t| t.name == name))
        .and_then(|t| t.line);
    let shown = facts.report.unfinished().and_then(|name| printed.get(name));
    Reason::Hangs {
        test: test.map(str::to_owned),
        line,
        limit: facts.limit,
        printed: shown.map(Output::printed).unwrap_or_default(),
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
            how: crash_of_exit(code, 0, &facts.ended.stderr.text()),
            printed: overall(facts),
        }),
        _ => None,
    }
}

fn overall(facts: Facts<'_>) -> Printed {
    let mut printed = printed_whole(&facts.ended.stdout).printed();
    let marks = |line: &String| line.starts_with(facts.nonce) || line.starts_with("running ");
    printed.head.retain(|line| !marks(line));
    printed.tail.retain(|line| !marks(line));
    printed
}

/// What the runtime writes before it ends a process whose stack or memory is used up.
fn crash_in_words(stderr: &str) -> Option<Crash> {
    let says = |line: &str| stderr.contains(line);
    if says("has overflowed its stack") {
        return Some(Crash::StackOverflow);
    }
    says("memory allocation of").then_some(Crash::OutOfMemory)
}

/// What a wrong exit code means. Windows has no signals: it ends a process with a code that is negative for us.
pub fn crash_of_exit(code: i32, expected: i32, stderr: &str) -> Crash {
    let ended = if code < 0 {
        crash_in_words(stderr)
    } else {
        None
    };
    ended.unwrap_or(Crash::Exit { code, expected })
}

/// What a signal means, together with what the runtime wrote before it.
pub fn crash_of_signal(signal: i32, stderr: &str) -> Crash {
    if let Some(crash) = crash_in_words(stderr) {
        return crash;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::job::Captured;
    use crate::check::source::{Source, splice};

    const OVERFLOWED: &str = "\nthread 'main' (7) has overflowed its stack\nfatal runtime error: stack overflow, aborting\n";
    const NO_MEMORY: &str = "memory allocation of 4294967296 bytes failed\n";

    fn signal(name: &str) -> Crash {
        Crash::Signal { name: name.into() }
    }

    #[test]
    fn a_signal_has_the_cause_that_the_runtime_names() {
        assert_eq!(crash_of_signal(6, OVERFLOWED), Crash::StackOverflow);
        assert_eq!(crash_of_signal(6, NO_MEMORY), Crash::OutOfMemory);
        assert_eq!(crash_of_signal(6, ""), signal("SIGABRT"));
        assert_eq!(crash_of_signal(11, ""), signal("SIGSEGV"));
        assert_eq!(crash_of_signal(99, ""), signal("signal 99"));
    }

    #[test]
    fn an_exit_code_of_windows_has_it_too() {
        let overflow = 0xC000_00FD_u32.cast_signed();
        assert_eq!(crash_of_exit(overflow, 0, OVERFLOWED), Crash::StackOverflow);
        let failed_fast = 0xC000_0409_u32.cast_signed();
        assert_eq!(crash_of_exit(failed_fast, 0, NO_MEMORY), Crash::OutOfMemory);
        let exit = |code| Crash::Exit { code, expected: 0 };
        assert_eq!(crash_of_exit(failed_fast, 0, ""), exit(failed_fast));
        // Of its own will, whatever it has written.
        assert_eq!(crash_of_exit(3, 0, NO_MEMORY), exit(3));
    }

    fn judged(end: End, report: &str, stdout: &str) -> Result<Vec<Reason>, Fault> {
        let mut spliced = splice::unspliced(&Source::new("fn a() {}"));
        spliced.required.push(Required {
            name: "a".into(),
            line: None,
        });
        let ended = Ended {
            end,
            stdout: Captured {
                head: stdout.into(),
                ..Captured::default()
            },
            stderr: Captured::default(),
            took: Duration::ZERO,
            left_processes: false,
        };
        let facts = Facts {
            ended: &ended,
            report: &Report::parse(report, "N"),
            nonce: "N",
            limit: Duration::from_secs(2),
            file: "a.rs",
        };
        judge(&spliced, facts).map(|judged| judged.reasons)
    }

    #[test]
    fn passed_is_begun_and_ended_and_left_with_0() {
        let both = "N begin a\nN end a\n";
        assert_eq!(judged(End::Exited(0), both, ""), Ok(Vec::new()));
        let early = vec![Reason::EndedEarly {
            missing: vec!["a".into()],
        }];
        assert_eq!(judged(End::Exited(0), "N begin a\n", ""), Ok(early.clone()));
        assert_eq!(judged(End::Exited(0), "", ""), Ok(early));
        let left = judged(End::Exited(3), both, "").expect("it ran");
        assert!(matches!(left[..], [Reason::Crashed { .. }]), "{left:?}");
    }

    #[test]
    fn what_could_not_be_written_down_is_a_fault_whatever_else_happened() {
        let out = "\nN begin a\n\nN end a\n";
        for end in [End::Exited(0), End::Exited(101), End::TimedOut] {
            let fault = judged(end, "N begin a\n", out).expect_err("the disk is full");
            assert!(fault.remedy.contains("full"), "{fault:?}");
        }
    }

    #[test]
    fn what_does_not_start_is_a_fault() {
        let end = End::NotStarted {
            why: "busy".into(),
            not_found: false,
        };
        assert_eq!(judged(end, "", ""), Err(not_started("busy")));
    }
}
