//! What a compilation means: the learner's errors, the consequences in the locked tests; or a broken machine.

use crate::check::diagnostic::{Diagnostic, Severity, Span};
use crate::check::diagnostic_json::Messages;
use crate::check::job::{End, Ended};
use crate::check::place;
use crate::check::relation;
use crate::check::source::Source;
use crate::check::source::splice::{self, Spliced};
use crate::check::verdict::{Fault, Reason, Relation};
use crate::course::model::Start;

/// The text that was compiled, and whose it is.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The learner's own text.
    pub learner: &'a Source,
    pub spliced: &'a Spliced,
    /// As the compiler was told of it: `exercises/03_ownership/02_handed_over.rs`.
    pub file: &'a str,
    pub starts: &'a [Start],
}

/// A compilation, judged.
#[derive(Debug, Clone, PartialEq)]
pub enum Compiled {
    /// With the warnings in the learner's own lines.
    Clean { warnings: Vec<Diagnostic> },
    /// The first reason is the one to show. `errors` are all of them in the compiler's order.
    Refused {
        reasons: Vec<Reason>,
        errors: Vec<Diagnostic>,
        warnings: Vec<Diagnostic>,
    },
}

/// Judges a compilation that had no [`fault`].
pub fn judge(subject: Subject<'_>, messages: Messages) -> Compiled {
    let (errors, others): (Vec<_>, Vec<_>) = messages
        .diagnostics
        .into_iter()
        .partition(|d| d.level == Severity::Error);
    let warnings = subject.own(others.into_iter().filter(|d| d.level == Severity::Warning));
    if errors.is_empty() {
        return Compiled::Clean { warnings };
    }
    let errors: Vec<Diagnostic> = errors
        .into_iter()
        .map(|error| localised(error, subject))
        .collect();
    Compiled::Refused {
        reasons: reasons(subject, &errors),
        errors,
        warnings,
    }
}

/// Why a compilation says nothing about the text: the machine, or the compiler itself. A text is accepted or refused
/// only where there is none.
pub fn fault(ended: &Ended, messages: &Messages) -> Option<Fault> {
    let errors = || {
        messages
            .diagnostics
            .iter()
            .filter(|d| d.level == Severity::Error)
    };
    match &ended.end {
        End::Exited(0) => None,
        End::Exited(_) | End::Signal(_) if disk_is_full(messages) => Some(disk_full(messages)),
        End::Exited(_) if errors().next().is_none() => Some(compiler_crashed(&messages.other)),
        End::Exited(_) => errors().find_map(machine_fault),
        other => Some(compiler_stopped(other, messages)),
    }
}

impl Subject<'_> {
    /// Those in the learner's own lines.
    fn own(&self, diagnostics: impl Iterator<Item = Diagnostic>) -> Vec<Diagnostic> {
        let is_own = |d: &Diagnostic| {
            place::lines_in(d, self.file)
                .first()
                .is_none_or(|line| !self.spliced.is_locked(*line))
        };
        diagnostics
            .filter(is_own)
            .map(|d| localised(d, *self))
            .collect()
    }
}

/// A slip of an earlier stage first, then what the exercise is about, then other errors, then what follows from them in the locked tests.
fn reasons(subject: Subject<'_>, errors: &[Diagnostic]) -> Vec<Reason> {
    let mut reasons: Vec<(u8, Reason)> = errors
        .iter()
        .map(|error| {
            let line = line_of(error, subject.file);
            let relation = match is_in_tests(error, subject.file) {
                true => Relation::InTests,
                false => relation::relate(error, subject.starts),
            };
            let rank = match relation {
                Relation::InTests => 3,
                _ if relation::is_in_the_way(error, subject.starts) => 0,
                Relation::Expected => 1,
                Relation::Later | Relation::Other => 2,
            };
            (
                rank,
                Reason::Refused {
                    error: error.clone(),
                    relation,
                    line,
                },
            )
        })
        .collect();
    reasons.sort_by_key(|(rank, _)| *rank);
    reasons.into_iter().map(|(_, reason)| reason).collect()
}

/// The line of an error as the learner knows it: in the main file, in the locked tests, or in another file of the
/// exercise; 0 where it has no place in any.
pub fn line_of(error: &Diagnostic, file: &str) -> usize {
    let tests = format!("{file}{TESTS_SUFFIX}");
    let first_in = |file: &str| place::lines_in(error, file).first().copied();
    let other = || place::other_file(error).map(|span| span.line_start);
    first_in(file)
        .or_else(|| first_in(&tests))
        .or_else(other)
        .unwrap_or(0)
}

/// Whether its first primary span lies in the locked tests, be it that a macro of std was called there.
fn is_in_tests(error: &Diagnostic, file: &str) -> bool {
    let tests = format!("{file}{TESTS_SUFFIX}");
    let primary = error.spans.iter().find(|span| span.primary);
    let mut places = std::iter::successors(primary, |span| span.expansion.as_deref());
    places
        .find(|span| span.file == file || span.file == tests)
        .is_some_and(|span| span.file == tests)
}

/// Put behind the file's name of a span in the locked tests, so that nobody takes its line for the learner's.
pub const TESTS_SUFFIX: &str = " (the tests)";

/// With lines as the learner knows them, and without what the check has put in.
fn localised(mut diagnostic: Diagnostic, subject: Subject<'_>) -> Diagnostic {
    let lacks_main = diagnostic.code.as_deref() == Some("E0601");
    for span in &mut diagnostic.spans {
        if lacks_main {
            end_before_the_tests(span, subject);
        }
        localise_span(span, subject);
    }
    diagnostic.children = diagnostic
        .children
        .into_iter()
        .map(|child| localised(child, subject))
        .collect();
    diagnostic
}

/// What the whole text lacks is shown at its end: the learner's ends where the locked tests begin.
fn end_before_the_tests(span: &mut Span, subject: Subject<'_>) {
    if span.file != subject.file || !subject.spliced.is_locked(span.line_start) {
        return;
    }
    let last = subject.learner.lines().max(1);
    let text = subject.learner.line(last);
    let column = text.chars().count() + 1;
    (span.line_start, span.line_end) = (last, last);
    (span.column_start, span.column_end) = (column, column);
    span.text = vec![text.to_owned()];
}

fn localise_span(span: &mut Span, subject: Subject<'_>) {
    if let Some(expansion) = &mut span.expansion {
        localise_span(expansion, subject);
    }
    if span.file != subject.file || !subject.spliced.is_locked(span.line_start) {
        return;
    }
    span.line_start = subject.spliced.learners_line(span.line_start);
    span.line_end = subject.spliced.learners_line(span.line_end);
    span.file.push_str(TESTS_SUFFIX);
    let column = |line: Option<&String>, column| match line {
        Some(line) => as_in_the_course(line, column).1,
        None => column,
    };
    span.column_start = column(span.text.first(), span.column_start);
    span.column_end = column(span.text.last(), span.column_end);
    for line in &mut span.text {
        *line = as_in_the_course(line, 1).0;
    }
}

/// A line and a column of it (from 1, in characters) without what the check has put in.
fn as_in_the_course(line: &str, column: usize) -> (String, usize) {
    let mut rest = line;
    let mut kept = String::new();
    let mut column_left = column;
    while let Some((before, after)) = rest.split_once(splice::BEGIN) {
        let Some((put_in, after)) = after.split_once(splice::END) else {
            break;
        };
        kept.push_str(before);
        let put_in = splice::BEGIN.len() + put_in.chars().count() + splice::END.len();
        if column_left > kept.chars().count() {
            column_left = column_left
                .saturating_sub(put_in)
                .max(kept.chars().count() + 1);
        }
        rest = after;
    }
    kept.push_str(rest);
    (kept, column_left)
}

/// How systems say that nothing more can be written.
const FULL: [&str; 3] = [
    "No space left on device",
    "Disk quota exceeded",
    "There is not enough space on the disk",
];

/// Whether the compiler, or the linker, says so: in its own words, or in an error that is about no line of the text.
fn disk_is_full(messages: &Messages) -> bool {
    let says = |text: &str| FULL.iter().any(|full| text.contains(full));
    let about_no_line = |d: &&Diagnostic| d.level == Severity::Error && d.spans.is_empty();
    let mut errors = messages.diagnostics.iter().filter(about_no_line);
    messages.other.iter().any(|line| says(line))
        || errors.any(|error| says(&error.message) || says(&error.rendered))
}

fn disk_full(messages: &Messages) -> Fault {
    let errors = messages.diagnostics.iter();
    let said: Vec<&str> = errors
        .filter(|d| d.level == Severity::Error)
        .map(|error| error.rendered.as_str())
        .chain(messages.other.iter().map(String::as_str))
        .collect();
    Fault {
        what: "The disk is full, so that nothing can be compiled.".into(),
        remedy: "Free some space, then check again.".into(),
        detail: said.join("\n"),
    }
}

/// Whether it is about a crate that the check has built or the toolchain has brought, and that was another one then.
fn is_of_another_compiler(error: &Diagnostic) -> bool {
    let about_a_crate = matches!(
        error.code.as_deref(),
        Some("E0460" | "E0463" | "E0514" | "E0786")
    );
    let ours = ["`tutor_probe`", "`support`", "`std`", "`core`"];
    about_a_crate && ours.iter().any(|name| error.message.contains(name))
}

/// Errors that say nothing of the learner's text.
fn machine_fault(error: &Diagnostic) -> Option<Fault> {
    let message = error.message.as_str();
    let detail = error.rendered.clone();
    if lacks_linker(message) {
        return Some(Fault {
            what: "The compiler found no linker: the program that puts the parts of a program together.".into(),
            remedy: linker_remedy().into(),
            detail,
        });
    }
    if message.starts_with("linking with `") {
        return Some(Fault {
            what: "The program compiles, but the linker could not put it together.".into(),
            remedy: "This is not your program. Run `tutor doctor`: it tries the linker alone."
                .into(),
            detail,
        });
    }
    if is_of_another_compiler(error) {
        return Some(Fault {
            what: "What every check needs was built by another version of Rust than the one that is here now.".into(),
            remedy: "Rust was updated meanwhile: start `tutor` again.".into(),
            detail,
        });
    }
    if message.starts_with("couldn't create a temp") || message.starts_with("failed to write") {
        return Some(Fault {
            what: "The compiler could not write its files.".into(),
            remedy: "See that the folder `.tutor` may be written to, then check again.".into(),
            detail,
        });
    }
    None
}

/// Whether an error says that there is no linker at all.
pub fn lacks_linker(message: &str) -> bool {
    message.starts_with("linker `") || message.starts_with("could not exec the linker")
}

fn linker_remedy() -> &'static str {
    if cfg!(windows) {
        "Install the \"Desktop development with C++\" part of the Visual Studio Build Tools, then check again."
    } else if cfg!(target_os = "macos") {
        "Run `xcode-select --install`, then check again."
    } else {
        "Install a C compiler (`sudo apt install build-essential`, or `gcc` on other systems), then check again."
    }
}

fn compiler_stopped(end: &End, messages: &Messages) -> Fault {
    let detail = messages.other.join("\n");
    let (what, remedy) = match end {
        End::TimedOut => (
            "The compiler was still at work after 60 seconds, and was ended.",
            "Undo your last change: a macro or a constant that grows without end may be the cause.",
        ),
        End::NotStarted {
            not_found: true, ..
        } => (
            "The Rust compiler is not there any more.",
            "Install Rust from https://rustup.rs, then start `tutor` again.",
        ),
        End::NotStarted { .. } => (
            "The Rust compiler could not be started.",
            "Press r to try again; if that does not help, run `tutor doctor`.",
        ),
        End::Flooded => (
            "The compiler said more than can be read, and was ended.",
            "Undo your last change, then save.",
        ),
        _ => (
            "The compiler was ended from outside, perhaps because memory ran out.",
            "Close other programs, then check again.",
        ),
    };
    let detail = match end {
        End::NotStarted { why, .. } => why.clone(),
        _ => detail,
    };
    Fault {
        what: what.into(),
        remedy: remedy.into(),
        detail,
    }
}

fn compiler_crashed(said: &[String]) -> Fault {
    Fault {
        what: "The compiler itself has crashed. This is a bug of the compiler, not of yours."
            .into(),
        remedy: "Write what you want in another way, and save. `m` shows what the compiler said."
            .into(),
        detail: said.join("\n"),
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::check::job::Captured;

    #[test]
    fn what_the_check_has_put_in_is_neither_shown_nor_counted() {
        let put = format!("{} let a = 1; {}", splice::BEGIN, splice::END);
        let line = format!("fn a() {{{put} b();{put} }}");
        let column = line.find("b()").expect("b is there") + 1;
        assert_eq!(
            as_in_the_course(&line, column),
            ("fn a() { b(); }".to_owned(), 10)
        );
        assert_eq!(
            as_in_the_course(&line, 4),
            ("fn a() { b(); }".to_owned(), 4)
        );
    }

    fn fault_of(end: End, diagnostics: Vec<Diagnostic>, other: &str) -> Option<Fault> {
        let ended = Ended {
            end,
            stdout: Captured::default(),
            stderr: Captured::default(),
            took: Duration::ZERO,
            left_processes: false,
        };
        let messages = Messages {
            diagnostics,
            other: other.lines().map(str::to_owned).collect(),
        };
        fault(&ended, &messages)
    }

    fn what(fault: Option<Fault>) -> String {
        fault.map(|fault| fault.what).unwrap_or_default()
    }

    /// Of the machine: about no line.
    fn error(code: &str, message: &str, rendered: &str) -> Diagnostic {
        Diagnostic {
            level: Severity::Error,
            code: (!code.is_empty()).then(|| code.to_owned()),
            message: message.into(),
            spans: Vec::new(),
            children: Vec::new(),
            rendered: rendered.into(),
        }
    }

    fn in_the_text(error: Diagnostic) -> Diagnostic {
        let span = Span {
            file: "a.rs".into(),
            line_start: 1,
            primary: true,
            ..Span::default()
        };
        Diagnostic {
            spans: vec![span],
            ..error
        }
    }

    #[test]
    fn a_compiler_that_was_ended_says_nothing_of_the_text() {
        let refused = || vec![in_the_text(error("E0382", "use of moved value", ""))];
        let gone = |not_found| End::NotStarted {
            why: "why".into(),
            not_found,
        };
        let ends = [
            (End::TimedOut, "still at work after 60 seconds"),
            (End::Flooded, "said more than can be read"),
            (End::Signal(9), "ended from outside"),
            (gone(true), "is not there any more"),
            (gone(false), "could not be started"),
        ];
        for (end, words) in ends {
            let found = what(fault_of(end.clone(), refused(), ""));
            assert!(found.contains(words), "{end:?}: {found}");
        }
    }

    #[test]
    fn a_crash_of_the_compiler_is_told_from_a_refusal() {
        let crashed = fault_of(End::Exited(101), Vec::new(), "thread 'rustc' panicked at x");
        let crashed = crashed.expect("it has crashed");
        assert!(crashed.what.contains("has crashed"), "{crashed:?}");
        assert!(crashed.detail.contains("panicked at x"), "{crashed:?}");
        let refused = || in_the_text(error("E0382", "use of moved value", ""));
        assert_eq!(fault_of(End::Exited(1), vec![refused()], ""), None);
        assert_eq!(fault_of(End::Exited(0), Vec::new(), ""), None);
    }

    #[test]
    fn a_full_disk_is_neither_the_compilers_nor_the_linkers_fault() {
        let llvm = "rustc-LLVM ERROR: IO failure on output stream: No space left on device";
        for end in [End::Exited(1), End::Signal(6)] {
            assert!(what(fault_of(end, Vec::new(), llvm)).contains("disk is full"));
        }
        for words in ["No space left on device", "Disk quota exceeded"] {
            let rendered = format!("error: linking with `cc` failed\n  = note: ld: {words}");
            let linking = error("", "linking with `cc` failed: exit status: 1", &rendered);
            let found = fault_of(End::Exited(1), vec![linking], "").expect("no refusal");
            assert!(found.what.contains("disk is full"), "{found:?}");
            assert!(found.detail.contains(words), "{found:?}");
        }
        let other = error("", "linking with `cc` failed: exit status: 1", "ld: no");
        assert!(what(fault_of(End::Exited(1), vec![other], "")).contains("the linker"));
    }

    #[test]
    fn a_text_that_speaks_of_a_full_disk_is_judged() {
        let line = "let why = \"No space left on device\";";
        let refused = in_the_text(error("E0308", "mismatched types", line));
        assert_eq!(fault_of(End::Exited(1), vec![refused], ""), None);
    }

    #[test]
    fn crates_of_another_compiler_are_no_refusal() {
        let told = [
            (
                "E0514",
                "found crate `tutor_probe` compiled by an incompatible version of rustc",
            ),
            (
                "E0460",
                "found possibly newer version of crate `std` which `support` depends on",
            ),
            ("E0463", "can't find crate for `tutor_probe`"),
            ("E0463", "can't find crate for `support`"),
        ];
        for (code, message) in told {
            let error = in_the_text(error(code, message, ""));
            let fault = fault_of(End::Exited(1), vec![error], "").expect(message);
            assert!(fault.remedy.contains("start `tutor` again"), "{fault:?}");
        }
        let own = in_the_text(error("E0463", "can't find crate for `serde`", ""));
        assert_eq!(fault_of(End::Exited(1), vec![own], ""), None);
    }

    #[test]
    fn a_main_that_is_not_there_is_missed_in_the_learners_part() {
        let course =
            Source::new("fn main() {}\n#[cfg(test)]\nmod tests {\n    #[test]\n    fn a() {}\n}\n");
        let learner = Source::new("fn b() {}\n\nfn c() {}\n");
        let probe = splice::Probe::new("N".into(), std::path::Path::new("/r"));
        let spliced = splice::splice(&learner, &course, &probe).expect("the course has tests");
        let subject = Subject {
            learner: &learner,
            spliced: &spliced,
            file: "a.rs",
            starts: &[],
        };
        let mut missing = in_the_text(error("E0601", "`main` function not found in crate `a`", ""));
        missing.spans[0].line_start = 8;
        let Compiled::Refused { reasons, .. } = judge(
            subject,
            Messages {
                diagnostics: vec![missing],
                other: Vec::new(),
            },
        ) else {
            panic!("it is refused");
        };
        let [Reason::Refused { relation, line, .. }] = &reasons[..] else {
            panic!("{reasons:?}");
        };
        assert_eq!((*relation, *line), (Relation::Other, 3));
    }
}
