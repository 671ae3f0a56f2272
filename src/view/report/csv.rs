//! For spreadsheets. One folder: a row for each exercise. A class: a row for each folder, a column for each exercise.

use super::super::clean::{Colours, clean};
use super::{Entry, Folder, Mark};

const EXERCISE: [&str; 8] = [
    "id",
    "number",
    "kind",
    "state",
    "verdict",
    "line",
    "reason",
    "duration_ms",
];

pub fn csv(folders: &[Folder<'_>], class: bool) -> String {
    let mut rows = Vec::new();
    match (class, folders) {
        (false, [only]) => {
            rows.push(EXERCISE.map(str::to_owned).to_vec());
            rows.extend(only.entries.iter().map(exercise));
        }
        _ => {
            let head = head(folders);
            let width = head.len();
            rows.push(head);
            rows.extend(folders.iter().map(|of| folder(of, width)));
        }
    }
    rows.iter().map(|row| written(row)).collect()
}

fn exercise(entry: &Entry<'_>) -> Vec<String> {
    let reason = entry.reasons().into_iter().next();
    let line = reason.as_ref().and_then(|reason| reason.line);
    vec![
        entry.exercise().id.clone(),
        entry.number(),
        entry.exercise().kind.key().to_owned(),
        super::super::listing::state(entry.state).to_owned(),
        entry.mark().key().to_owned(),
        line.map_or_else(String::new, |line| line.to_string()),
        reason.map_or_else(String::new, |reason| reason.words),
        entry.took().as_millis().to_string(),
    ]
}

/// The exercises are the same in every folder that could be looked at.
fn head(folders: &[Folder<'_>]) -> Vec<String> {
    let fixed = ["folder".to_owned(), "problem".to_owned()];
    let counts = Mark::ALL.map(|mark| mark.key().to_owned());
    let whole = folders.iter().find(|folder| folder.problem.is_none());
    let ids = whole.map_or(&[][..], |folder| &folder.entries);
    let ids = ids.iter().map(|entry| entry.exercise().id.clone());
    fixed
        .into_iter()
        .chain(counts)
        .chain(["points".to_owned()])
        .chain(ids)
        .collect()
}

/// Every row has as many cells as the first one.
fn folder(folder: &Folder<'_>, width: usize) -> Vec<String> {
    let problem = folder.problem.unwrap_or_default().to_owned();
    let mut row = vec![folder.name.to_owned(), problem];
    row.extend(Mark::ALL.map(|mark| folder.count(mark).to_string()));
    row.push(folder.points().to_string());
    let marks = folder.entries.iter().map(Entry::mark);
    row.extend(marks.map(|mark| mark.key().to_owned()));
    row.resize(width, String::new());
    row
}

fn written(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
    cells.join(",") + "\r\n"
}

/// As RFC 4180 has it. A cell that a spreadsheet would take for a formula begins with a quote of its own.
fn quoted(cell: &str) -> String {
    let cell = clean(cell, Colours::Drop);
    let guard = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        "'"
    } else {
        ""
    };
    if cell.contains(['"', ',', '\n', '\r']) || cell.starts_with(' ') {
        return format!("\"{guard}{}\"", cell.replace('"', "\"\""));
    }
    format!("{guard}{cell}")
}
