//! Kind `guard`: programs made of examples, and what each example's outcome is.

use std::ops::Range;

use crate::check::diagnostic::Diagnostic;
use crate::check::place;
use crate::check::relation;
use crate::check::source::Source;
use crate::check::source::examples::Block;
use crate::check::source::splice::Probe;
use crate::check::verdict::{Crash, Example, ExampleOutcome, Wish};

/// A program that holds some of the examples, and where in it each stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assembled {
    pub text: String,
    /// For each block in it: its index, and the lines of its code.
    pub parts: Vec<(usize, Range<usize>)>,
}

/// Runs one of the examples, by its number.
const MAIN: &str = include_str!("guard_main.txt");

/// The name under which the compiler is told of such a program.
pub const FILE: &str = "examples.rs";

/// A program with the examples of these indices, each in a module of its own, run by its number as the only argument.
/// What is to be run gets a probe: that a process left with 0 does not prove that the example came to its end.
pub fn assemble<'a>(
    blocks: impl Iterator<Item = (usize, &'a Block)>,
    probe: Option<&Probe>,
) -> Assembled {
    let mut text = String::from("#![allow(unused)]\n");
    let mut parts = Vec::new();
    let mut calls = String::new();
    for (index, block) in blocks {
        let (before, after) = frame(block);
        text.push_str(&format!("mod example_{index} {{ {before}\n"));
        let first = text.matches('\n').count() + 1;
        for line in &block.code {
            text.push_str(line);
            text.push('\n');
        }
        parts.push((index, first..first + block.code.len()));
        text.push_str(&format!("{after} }}\n"));
        let begin = probe.map_or_else(String::new, |probe| probe.begin(&index.to_string()));
        calls.push_str(&format!(
            "        Some(\"{index}\") => {{{begin} example_{index}::tutor_run(); }}\n"
        ));
    }
    text.push_str(&MAIN.replace("{calls}", &calls));
    Assembled { text, parts }
}

/// As rustdoc does: an example with a `main` of its own stands as it is, one that ends in `Ok::<(), E>(())` may use `?`.
fn frame(block: &Block) -> (&'static str, &'static str) {
    let source = Source::new(block.code.join("\n"));
    let has_main = crate::check::source::items::items(&source)
        .iter()
        .any(|item| item.name == "main");
    let last = block.code.iter().rev().find(|line| !line.trim().is_empty());
    let is_fallible =
        last.is_some_and(|line| line.trim().starts_with("Ok::<") && line.trim().ends_with("(())"));
    match (has_main, is_fallible) {
        (true, _) => ("", "pub fn tutor_run() { let _ = main(); }"),
        (false, true) => (
            "pub fn tutor_run() { fn inner() -> ::std::result::Result<(), impl ::std::fmt::Debug> {",
            "} inner().unwrap(); }",
        ),
        (false, false) => ("pub fn tutor_run() {", "}"),
    }
}

/// The errors of each block of such a program; an error outside all of them belongs to none.
pub fn errors_of(assembled: &Assembled, errors: &[Diagnostic]) -> Vec<(usize, Vec<Diagnostic>)> {
    let lines = |error: &Diagnostic| place::lines_in(error, FILE);
    assembled
        .parts
        .iter()
        .map(|(index, range)| {
            let own = errors
                .iter()
                .filter(|error| lines(error).iter().any(|line| range.contains(line)));
            (*index, own.cloned().collect())
        })
        .collect()
}

/// What a refused block's errors come to. `first_line`: the line of the program on which its code begins.
pub fn refused(block: &Block, errors: &[Diagnostic], first_line: usize) -> ExampleOutcome {
    let Wish::Refused { any_of } = &block.wish else {
        return match errors.first() {
            Some(error) => ExampleOutcome::DoesNotCompile {
                error: error.clone(),
            },
            None => ExampleOutcome::AsItShould,
        };
    };
    if errors.is_empty() {
        return ExampleOutcome::Accepted;
    }
    // Every error has to be one that was asked for: a misuse refused for two reasons proves neither.
    let wrong = errors
        .iter()
        .find(|error| !any_of.is_empty() && !relation::matches(error, any_of));
    if let Some(error) = wrong {
        return ExampleOutcome::OtherReason {
            error: error.clone(),
        };
    }
    match &block.pinned {
        Some((line, _)) => {
            let wanted = first_line + line - 1;
            let off = errors
                .iter()
                .find(|error| !place::lines_in(error, FILE).contains(&wanted));
            off.map_or(ExampleOutcome::AsItShould, |error| {
                ExampleOutcome::OtherLine {
                    error: error.clone(),
                    line: found_line(error, first_line, block),
                }
            })
        }
        None => ExampleOutcome::AsItShould,
    }
}

/// The line of the learner's file.
fn found_line(error: &Diagnostic, first_line: usize, block: &Block) -> usize {
    let line = place::lines_in(error, FILE)
        .first()
        .copied()
        .unwrap_or(first_line);
    block.line + line.saturating_sub(first_line)
}

/// How a run of one example ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ran {
    Well,
    Hung,
    Badly(Crash),
}

/// What a run comes to.
pub fn ran(block: &Block, ran: Ran) -> ExampleOutcome {
    match (&block.wish, ran) {
        (Wish::Panics, Ran::Badly(Crash::Panic { .. })) => ExampleOutcome::AsItShould,
        (Wish::Panics, Ran::Well) => ExampleOutcome::Accepted,
        (_, Ran::Well) => ExampleOutcome::AsItShould,
        (_, Ran::Hung) => ExampleOutcome::Hangs,
        (_, Ran::Badly(how)) => ExampleOutcome::Failed { how },
    }
}

/// The example with its outcome, as it is shown.
pub fn example(block: &Block, outcome: ExampleOutcome) -> Example {
    let any_of = match &block.wish {
        Wish::Refused { any_of } => Wish::Refused {
            any_of: any_of
                .iter()
                .filter(|code| relation::is_code(code))
                .cloned()
                .collect(),
        },
        other => other.clone(),
    };
    Example {
        title: block.title.clone(),
        line: block.line,
        code: block.shown.clone(),
        wish: any_of,
        outcome,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::diagnostic::Span;

    fn block(wish: Wish, pinned: Option<(usize, Vec<String>)>) -> Block {
        let code = vec!["let a = 1;".to_owned(), "let b = a;".to_owned()];
        Block {
            title: "t".into(),
            line: 10,
            shown: code.clone(),
            code,
            wish,
            pinned,
        }
    }

    fn refused_for(code: &str) -> Wish {
        Wish::Refused {
            any_of: vec![code.into()],
        }
    }

    fn error(code: &str, line: usize) -> Diagnostic {
        let span = Span {
            file: FILE.into(),
            line_start: line,
            primary: true,
            ..Span::default()
        };
        Diagnostic {
            code: Some(code.into()),
            spans: vec![span],
            ..Diagnostic::default()
        }
    }

    #[test]
    fn every_example_knows_its_lines() {
        let blocks = [block(Wish::Runs, None), block(Wish::Runs, None)];
        let assembled = assemble(blocks.iter().enumerate(), None);
        for (_, range) in &assembled.parts {
            let lines: Vec<&str> = assembled.text.lines().collect();
            assert_eq!(
                lines[range.start - 1..range.end - 1],
                ["let a = 1;", "let b = a;"]
            );
        }
        let errors = errors_of(&assembled, &[error("E0382", assembled.parts[1].1.start)]);
        assert_eq!((errors[0].1.len(), errors[1].1.len()), (0, 1));
    }

    #[test]
    fn a_misuse_has_to_be_refused_for_its_own_reason_and_on_its_own_line() {
        let plain = block(refused_for("E0382"), None);
        assert_eq!(refused(&plain, &[], 5), ExampleOutcome::Accepted);
        assert_eq!(
            refused(&plain, &[error("E0382", 5)], 5),
            ExampleOutcome::AsItShould
        );
        assert!(matches!(
            refused(&plain, &[error("E0433", 5)], 5),
            ExampleOutcome::OtherReason { .. }
        ));
        let two = [error("E0382", 5), error("E0433", 6)];
        assert!(matches!(
            refused(&plain, &two, 5),
            ExampleOutcome::OtherReason { .. }
        ));
        let pinned = block(refused_for("E0382"), Some((2, vec![])));
        assert!(matches!(
            refused(&pinned, &[error("E0382", 5)], 5),
            ExampleOutcome::OtherLine { line: 10, .. }
        ));
        assert_eq!(
            refused(&pinned, &[error("E0382", 6)], 5),
            ExampleOutcome::AsItShould
        );
    }

    #[test]
    fn an_example_that_has_to_panic_has_to_panic() {
        let panics = block(Wish::Panics, None);
        let crash = Crash::Panic {
            message: "m".into(),
            line: None,
        };
        assert_eq!(ran(&panics, Ran::Badly(crash)), ExampleOutcome::AsItShould);
        assert_eq!(ran(&panics, Ran::Well), ExampleOutcome::Accepted);
    }
}
