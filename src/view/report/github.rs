//! Annotations for GitHub's workflows: on the line of the file that each reason names.

use std::time::Duration;

use super::super::clean::{Colours, clean};
use super::super::text::Line;
use super::{Entry, Folder, Mark, table};

/// An annotation for each exercise that was tried and did not pass, and the same numbers as the text has.
pub fn github(folders: &[Folder<'_>], took: Duration) -> String {
    let mut text = String::new();
    for folder in folders {
        if let Some(problem) = folder.problem {
            text.push_str(&command("error", &[("title", folder.name)], problem));
        }
        for entry in &folder.entries {
            text.push_str(&annotation(entry));
        }
    }
    for folder in folders.iter().filter(|folder| folder.problem.is_none()) {
        let last = table::summary(folder, took);
        if folders.len() > 1 {
            text.push_str(&format!("{}:", escaped(folder.name, "%\r\n")));
        }
        text.push_str(&format!("{}\n", Line::text(&last)));
    }
    text
}

fn annotation(entry: &Entry<'_>) -> String {
    let level = match entry.mark() {
        Mark::Passed | Mark::Untouched => return String::new(),
        Mark::NotYet | Mark::Unclear | Mark::Broken => "error",
        Mark::Skipped => "warning",
    };
    let Some(reason) = entry.reasons().into_iter().next() else {
        return String::new();
    };
    let title = format!("{} {}", entry.number(), entry.title);
    let line = reason.line.map(|line| line.to_string());
    let mut properties = vec![("file", entry.path)];
    properties.extend(line.as_deref().map(|line| ("line", line)));
    properties.push(("title", &title));
    command(level, &properties, &reason.words)
}

/// `::error file=a.rs,line=3::words`
fn command(level: &str, properties: &[(&str, &str)], words: &str) -> String {
    let properties: Vec<String> = properties
        .iter()
        .map(|(name, value)| format!("{name}={}", escaped(value, "%\r\n:,")))
        .collect();
    let words = escaped(words, "%\r\n");
    format!("::{level} {}::{words}\n", properties.join(","))
}

/// These characters mean something else there.
fn escaped(text: &str, special: &str) -> String {
    let mut all = String::new();
    for letter in clean(text, Colours::Drop).chars() {
        if special.contains(letter) {
            all.push_str(&format!("%{:02X}", u32::from(letter)));
        } else {
            all.push(letter);
        }
    }
    all
}
