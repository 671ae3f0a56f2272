//! What the tests of the sitting share: real diagnostics, kept as fixtures.
#![allow(dead_code, clippy::disallowed_methods)]

use std::fs;
use std::path::PathBuf;

use serde_json::Value;
use tutor::check::diagnostic::{Diagnostic, Severity, Span, Suggestion};
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
    let json = read("json");
    let said = json
        .lines()
        .map(|line| diagnostic(&serde_json::from_str(line).expect("JSON")));
    Case {
        name: name.to_owned(),
        files: vec![format!("{name}.rs")],
        text: read("rs"),
        errors: said
            .filter(|said| said.level == Severity::Error && !said.spans.is_empty())
            .collect(),
    }
}

fn diagnostic(json: &Value) -> Diagnostic {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let all = |value: &Value| value.as_array().cloned().unwrap_or_default();
    Diagnostic {
        level: match json["level"].as_str() {
            Some("error") => Severity::Error,
            Some("warning") => Severity::Warning,
            Some("help") => Severity::Help,
            _ => Severity::Note,
        },
        code: json["code"]["code"].as_str().map(String::from),
        message: text(&json["message"]),
        spans: all(&json["spans"]).iter().map(span).collect(),
        children: all(&json["children"]).iter().map(diagnostic).collect(),
        rendered: text(&json["rendered"]),
    }
}

fn span(json: &Value) -> Span {
    let number = |key: &str| json[key].as_u64().unwrap_or_default() as usize;
    let lines = json["text"].as_array().cloned().unwrap_or_default();
    let replaced = json["suggested_replacement"].as_str();
    Span {
        file: json["file_name"].as_str().unwrap_or_default().to_owned(),
        line_start: number("line_start"),
        line_end: number("line_end"),
        column_start: number("column_start"),
        column_end: number("column_end"),
        primary: json["is_primary"].as_bool().unwrap_or_default(),
        label: json["label"].as_str().map(String::from),
        text: lines
            .iter()
            .map(|line| line["text"].as_str().unwrap_or_default().to_owned())
            .collect(),
        suggestion: replaced.map(|replacement| Suggestion {
            replacement: replacement.to_owned(),
            machine_applicable: json["suggestion_applicability"] == "MachineApplicable",
        }),
        expansion: json["expansion"]["span"]
            .is_object()
            .then(|| Box::new(span(&json["expansion"]["span"]))),
    }
}
