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
    for span in &mut diagnostic.spans {
        localise_span(span, subject);
    }
    diagnostic.children = diagnostic
        .children
        .into_iter()
        .map(|child| localised(child, subject))
        .collect();
    diagnostic
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
    if message.contains("No space left on device") {
        return Some(Fault {
            what: "The disk is full, so that nothing can be compiled.".into(),
            remedy: "Free some space, then check again.".into(),
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
    use super::*;

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
}
