//! What the tests of the sitting share: real diagnostics, kept as fixtures.
#![allow(dead_code, clippy::disallowed_methods)]

pub mod course;
pub mod refused;
#[cfg(unix)]
pub mod terminal;

use std::fs;
use std::path::PathBuf;

use tutor::check::diagnostic::{Diagnostic, Severity};
use tutor::check::diagnostic_json::parse;
use tutor::view::program::{Program, primary};

/// A program, and what rustc 1.95 said about it.
pub struct Case {
    pub name: String,
    pub files: Vec<String>,
    pub text: String,
    pub errors: Vec<Diagnostic>,
}

impl Case {
    pub fn program(&self) -> Program<'_> {
        Program {
            files: &self.files,
            text: &self.text,
        }
    }

    /// Where an error stands, as the check says it.
    pub fn line(&self, error: &Diagnostic) -> usize {
        let span = primary(error).expect("an error of a program has a primary span");
        self.program().own(span).map_or(1, |span| span.line_start)
    }
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/diagnostics")
}

/// All cases whose name begins so, in the order of their names.
pub fn cases(beginning: &str) -> Vec<Case> {
    let mut names: Vec<String> = fs::read_dir(folder())
        .expect("the fixtures are there")
        .filter_map(|entry| entry.expect("readable").file_name().into_string().ok())
        .filter_map(|name| name.strip_suffix(".json").map(String::from))
        .filter(|name| name.starts_with(beginning))
        .collect();
    names.sort();
    names.iter().map(|name| case(name)).collect()
}

pub fn case(name: &str) -> Case {
    let read = |ending: &str| {
        let path = folder().join(format!("{name}.{ending}"));
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    let said = parse(&read("json")).diagnostics.into_iter();
    Case {
        name: name.to_owned(),
        files: vec![format!("{name}.rs")],
        text: read("rs"),
        errors: said
            .filter(|said| said.level == Severity::Error && !said.spans.is_empty())
            .collect(),
    }
}
