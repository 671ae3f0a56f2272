//! Linked to every test run: proves which tests began and ended. Written to the report file, one line each:
//! `NONCE begin NAME` · `NONCE end NAME` · `NONCE panicked NAME` · `NONCE message NAME LINE TEXT` · `NONCE spent NAME WHAT AMOUNT`.
//! The same begin and end lines go to standard output, so that what a test prints can be told from the rest.

use std::fs::OpenOptions;
use std::io::Write;
use std::panic::PanicHookInfo;
use std::process::{ExitCode, Termination};

pub struct Guard {
    report: &'static str,
    nonce: &'static str,
    name: &'static str,
    spent: fn() -> Vec<(String, u64)>,
}

/// Called first in every test.
pub fn begin(
    report: &'static str,
    nonce: &'static str,
    name: &'static str,
    spent: fn() -> Vec<(String, u64)>,
) -> Guard {
    let guard = Guard { report, nonce, name, spent };
    guard.write(&format!("begin {name}"));
    guard.separate("begin");
    std::panic::set_hook(Box::new(move |info| record(report, nonce, name, info)));
    spent();
    guard
}

/// Takes what `main` returned, as a process would.
pub fn ended(code: impl Termination) {
    assert!(code.report() == ExitCode::SUCCESS, "main returned an error");
}

impl Drop for Guard {
    fn drop(&mut self) {
        for (what, amount) in (self.spent)() {
            self.write(&format!("spent {} {what} {amount}", self.name));
        }
        let word = if std::thread::panicking() { "panicked" } else { "end" };
        self.write(&format!("{word} {}", self.name));
        self.separate("end");
    }
}

impl Guard {
    fn write(&self, line: &str) {
        append(self.report, &format!("{} {line}\n", self.nonce));
    }

    fn separate(&self, word: &str) {
        let mut out = std::io::stdout().lock();
        let _ = out.write_all(format!("\n{} {word} {}\n", self.nonce, self.name).as_bytes());
        let _ = out.flush();
    }
}

fn record(report: &str, nonce: &str, name: &str, info: &PanicHookInfo<'_>) {
    let text = info.payload_as_str().unwrap_or("a panic without a message");
    let line = info.location().map_or(0, |place| place.line());
    let file = info.location().map_or("", |place| place.file());
    let text: String = text.chars().take(20_000).collect();
    let text = text.replace('\\', "\\\\").replace('\n', "\\n");
    let file = file.replace(' ', "\\s");
    append(report, &format!("{nonce} message {name} {line} {file} {text}\n"));
}

fn append(report: &str, line: &str) {
    if let Ok(mut file) = OpenOptions::new().append(true).create(true).open(report) {
        let _ = file.write_all(line.as_bytes());
    }
}
