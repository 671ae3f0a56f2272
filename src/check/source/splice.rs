//! The text that is compiled: the learner's, with the course's tests in the place of theirs and a probe in each.
//!
//! The learner's own module is blanked out line by line and the locked one stands after the last line, so that every
//! line of the learner's keeps its number.

use std::ops::Range;
use std::path::Path;

use super::items::{ItemWord, items, items_within};
use super::lexer::Source;
use super::std_macros;
use super::tests_module::{self, Test, TestsModule};

/// How the probe is told about a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Probe {
    /// Unguessable, new for every run.
    pub nonce: String,
    /// The file to which the probe appends, as an absolute path.
    pub report: String,
    /// Whether the tests spend a budget of the support crate.
    pub spends: bool,
    /// Whether `main` is to be run as well, as the test [`MAIN`].
    pub main: bool,
    /// Whether the tests use the support crate.
    pub support: bool,
}

impl Probe {
    /// For tests alone: no budget, no `main`, no support crate.
    pub fn new(nonce: String, report: &Path) -> Probe {
        Probe {
            nonce,
            report: report.to_string_lossy().into_owned(),
            spends: false,
            main: false,
            support: false,
        }
    }

    /// The statement that notes the beginning, and, wherever its block is left, the end.
    pub fn begin(&self, name: &str) -> String {
        let spent = if self.spends {
            "::support::spent"
        } else {
            "::std::vec::Vec::new"
        };
        let Probe { nonce, report, .. } = self;
        format!(
            " let _tutor_probe = ::tutor_probe::begin({report:?}, {nonce:?}, {name:?}, {spent});"
        )
    }
}

/// What is put into the locked tests stands between these, so that no diagnostic shows it.
pub const BEGIN: &str = "/*tutor(*/";
pub const END: &str = "/*)tutor*/";

/// The name of the entry that runs the learner's `main`.
pub const MAIN: &str = "tutor_main";

/// What is given to the compiler.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spliced {
    pub text: String,
    /// Lines up to this one are the learner's; those after it belong to the locked tests.
    pub own_lines: usize,
    pub required: Vec<Required>,
    /// Names of the required tests that pass by panicking.
    pub should_panic: Vec<String>,
    /// The module's name: tests are called `NAME::test` by the harness.
    pub module: String,
    /// Whether the learner's `main` is called by the test [`MAIN`].
    pub calls_main: bool,
    /// The learner's copy of the tests differs from the course's.
    pub tests_changed: TestsChanged,
    /// Line of the locked text → line that the learner sees.
    first_locked_line: usize,
    module_line: usize,
}

/// A test that has to begin and to end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Required {
    pub name: String,
    /// Where the learner finds it, if the file still has it.
    pub line: Option<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TestsChanged {
    No,
    Edited,
    Deleted,
}

impl Spliced {
    /// A line of the compiled text as the learner knows it: their own, or that of the locked tests where they have not
    /// changed them, else in the starter.
    pub fn learners_line(&self, compiled: usize) -> usize {
        if compiled <= self.own_lines {
            return compiled;
        }
        (compiled + self.module_line).saturating_sub(self.first_locked_line)
    }

    pub fn is_locked(&self, compiled: usize) -> bool {
        compiled > self.own_lines
    }
}

/// Puts the locked tests of `course` (a whole file: the starter) in place of those of `learner`.
///
/// `None` if the course's file has no tests. An unbalanced text must not come here: it cannot pass, and is compiled as it is.
pub fn splice(learner: &Source, course: &Source, probe: &Probe) -> Option<Spliced> {
    let locked = tests_module::find(course)?;
    let own = own_module(learner, &locked.name);
    let mut text = without(learner, own.as_ref());
    if !text.ends_with('\n') {
        text.push('\n');
    }
    let own_lines = text.matches('\n').count();
    let calls_main = probe.main && has_main(learner);
    text.push_str(&instrumented(course, &locked, probe, calls_main));
    let module_line = module_line(learner, own.as_ref(), course, &locked);
    let tests_changed = match &own {
        None => TestsChanged::Deleted,
        Some(own) if same_code(learner, own, course, &locked) => TestsChanged::No,
        Some(_) => TestsChanged::Edited,
    };
    Some(Spliced {
        own_lines,
        required: required(&locked, own.as_ref(), learner),
        should_panic: locked
            .tests
            .iter()
            .filter(|t| t.should_panic)
            .map(|t| t.name.clone())
            .collect(),
        module: locked.name,
        calls_main,
        tests_changed,
        first_locked_line: own_lines + 1,
        module_line,
        text,
    })
}

/// Where the learner finds the tests: in their own file, if they stand there as they are in the course's.
fn module_line(
    learner: &Source,
    own: Option<&TestsModule>,
    course: &Source,
    locked: &TestsModule,
) -> usize {
    let text = &course.text()[locked.whole.clone()];
    match own {
        Some(own) if learner.text()[own.whole.clone()] == *text => learner.line_of(own.whole.start),
        _ => course.line_of(locked.whole.start),
    }
}

/// The file as it is, where the course has no tests to lock.
pub fn unspliced(learner: &Source) -> Spliced {
    Spliced {
        text: learner.text().to_owned(),
        own_lines: usize::MAX,
        required: Vec::new(),
        should_panic: Vec::new(),
        module: String::new(),
        calls_main: false,
        tests_changed: TestsChanged::No,
        first_locked_line: 0,
        module_line: 0,
    }
}

/// The learner's module of that name, whatever its attributes: it must not stand beside the locked one.
fn own_module(learner: &Source, name: &str) -> Option<TestsModule> {
    let module = items(learner)
        .into_iter()
        .find(|item| item.word == ItemWord::Mod && item.name == name)?;
    let found = tests_module::find(learner).filter(|found| found.whole == module.whole);
    Some(found.unwrap_or(TestsModule {
        name: module.name,
        whole: module.whole,
        body_start: module.body.start,
        tests: Vec::new(),
    }))
}

fn has_main(learner: &Source) -> bool {
    items(learner)
        .iter()
        .any(|item| item.word == ItemWord::Fn && item.name == "main")
}

/// A text without its module of tests, every end of line kept.
pub fn without(source: &Source, module: Option<&TestsModule>) -> String {
    let text = source.text();
    let Some(module) = module else {
        return text.to_owned();
    };
    let blank: String = text[module.whole.clone()]
        .chars()
        .filter(|c| *c == '\n')
        .collect();
    format!(
        "{}{blank}{}",
        &text[..module.whole.start],
        &text[module.whole.end..]
    )
}

/// The locked module, with what proves that its tests ran. No line is added.
fn instrumented(course: &Source, module: &TestsModule, probe: &Probe, calls_main: bool) -> String {
    let close = module.whole.end - 1;
    let mut put: Vec<(usize, String)> = Vec::new();
    let support = if probe.support {
        " #[allow(unused_imports)] use ::support;"
    } else {
        ""
    };
    put.push((module.body_start, support.to_owned()));
    imports(course, module.body_start..close, &mut put);
    let tests = module.tests.iter().filter(|test| !test.ignored);
    put.extend(tests.map(|test| (test.body_start, probe.begin(&test.name))));
    if calls_main {
        put.push((close, main_entry(probe)));
    }
    put.sort_by_key(|(at, _)| *at);
    let mut text = String::new();
    let mut from = module.whole.start;
    for (at, what) in put {
        text.push_str(&course.text()[from..at]);
        if !what.is_empty() {
            text.push_str(&format!("{BEGIN}{what}{END}"));
        }
        from = at;
    }
    text.push_str(&course.text()[from..close]);
    text.push_str("}\n");
    text
}

/// On the line of each module's opening brace.
fn imports(course: &Source, body: Range<usize>, put: &mut Vec<(usize, String)>) {
    let called: Vec<&str> = std_macros::called(course, &body).into_iter().collect();
    if !called.is_empty() {
        let names = called.join(", ");
        put.push((
            body.start,
            format!(" #[allow(unused_imports)] use ::std::{{{names}}};"),
        ));
    }
    for item in items_within(course, body) {
        if item.word == ItemWord::Mod {
            imports(course, item.body, put);
        }
    }
}

fn main_entry(probe: &Probe) -> String {
    format!(
        " #[test] fn {MAIN}() {{{} ::tutor_probe::ended(super::main()); }} ",
        probe.begin(MAIN)
    )
}

fn required(locked: &TestsModule, own: Option<&TestsModule>, learner: &Source) -> Vec<Required> {
    let line_of = |test: &Test| {
        let own = own?
            .tests
            .iter()
            .find(|candidate| candidate.name == test.name)?;
        (own.line <= learner.lines()).then_some(own.line)
    };
    let runs = locked.tests.iter().filter(|test| !test.ignored);
    runs.map(|test| Required {
        name: test.name.clone(),
        line: line_of(test),
    })
    .collect()
}

/// The same tokens: formatting and comments are free.
fn same_code(learner: &Source, own: &TestsModule, course: &Source, locked: &TestsModule) -> bool {
    let tokens = |source: &Source, module: &TestsModule| -> Vec<String> {
        let inside = |start, end| start >= module.whole.start && end <= module.whole.end;
        source
            .code()
            .filter(|t| inside(t.start, t.end))
            .map(|t| source.slice(t).to_owned())
            .collect()
    };
    tokens(learner, own) == tokens(course, locked)
}

#[cfg(test)]
mod tests {
    use super::*;

    const COURSE: &str = "fn a() -> u8 { todo!() }\n\n#[cfg(test)]\nmod tests {\n    use super::*;\n\n    #[test]\n    fn one() {\n        assert_eq!(a(), 1, \"a\");\n    }\n}\n";

    fn probe() -> Probe {
        Probe::new("N".into(), Path::new("/r"))
    }

    fn spliced(learner: &str) -> Spliced {
        splice(&Source::new(learner), &Source::new(COURSE), &probe()).expect("the course has tests")
    }

    #[test]
    fn the_locked_tests_stand_after_the_learners_last_line() {
        let out =
            spliced("fn a() -> u8 { 1 }\n#[cfg(test)] mod tests {\n fn x() {}\n}\nfn b() {}\n");
        let lines: Vec<&str> = out.text.lines().collect();
        assert_eq!(
            lines[..5],
            ["fn a() -> u8 { 1 }", "", "", "", "fn b() {}"][..]
        );
        assert_eq!(lines[5], "#[cfg(test)]");
        assert_eq!(
            (out.own_lines, out.tests_changed),
            (5, TestsChanged::Edited)
        );
        assert!(
            lines[10].contains("::tutor_probe::begin(\"/r\", \"N\", \"one\""),
            "{}",
            out.text
        );
        assert_eq!(
            out.learners_line(12),
            9,
            "line 9 of the starter has the assertion"
        );
    }

    #[test]
    fn deleted_tests_come_back_and_untouched_ones_are_known() {
        assert_eq!(
            spliced("fn a() -> u8 { 1 }").tests_changed,
            TestsChanged::Deleted
        );
        let same = spliced(COURSE);
        assert_eq!(same.tests_changed, TestsChanged::No);
        assert_eq!(
            same.required,
            [Required {
                name: "one".into(),
                line: Some(8)
            }]
        );
    }

    #[test]
    fn a_module_without_cfg_test_is_replaced_too() {
        let out = spliced("fn a() -> u8 { 1 }\nmod tests { #[test] fn one() {} }\n");
        assert_eq!(out.text.matches("mod tests").count(), 1);
    }

    #[test]
    fn main_is_run_only_where_there_is_one() {
        let with = Probe {
            main: true,
            ..probe()
        };
        let run = |learner: &str| {
            splice(&Source::new(learner), &Source::new(COURSE), &with)
                .expect("tests")
                .calls_main
        };
        assert!(run("fn main() {}"));
        assert!(!run("mod inner { fn main() {} }"));
        assert!(!run("// tutor_main"), "a name in a comment calls nothing");
    }
}
