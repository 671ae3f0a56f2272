//! For scripts: `"schema": 1`, documented in CONTRIBUTING.md, only ever added to.

use serde_json::{Map, Value, json as value};

use super::super::{listing, sitting};
use super::{Entry, Folder, Words, class};

/// The folder that the command works in; with `class`, an entry for each of several folders.
pub fn json(folders: &[Folder<'_>], class: bool) -> String {
    let all = match (class, folders) {
        (false, [only]) => value!({ "schema": 1, "exercises": exercises(only) }),
        _ => of_class(folders),
    };
    let text = serde_json::to_string_pretty(&all).expect("text and numbers are JSON");
    harmless(&text) + "\n"
}

/// JSON allows some characters in its texts that a terminal obeys. They stand in texts alone, where an escape means the
/// same.
fn harmless(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for letter in json.chars() {
        match letter {
            '\n' => text.push(letter),
            odd if odd.is_control() => text.push_str(&format!("\\u{:04x}", u32::from(odd))),
            other => text.push(other),
        }
    }
    text
}

fn of_class(folders: &[Folder<'_>]) -> Value {
    let each: Vec<Value> = folders
        .iter()
        .map(|folder| {
            value!({
                "folder": folder.name,
                "problem": folder.problem,
                "points": folder.points(),
                "exercises": exercises(folder),
            })
        })
        .collect();
    value!({ "schema": 1, "folders": each, "obstacles": obstacles(folders) })
}

fn obstacles(folders: &[Folder<'_>]) -> Vec<Value> {
    let entries = || folders.iter().flat_map(|folder| &folder.entries);
    let found = class::obstacles(folders)
        .into_iter()
        .filter_map(|obstacle| {
            let entry = entries().find(|entry| entry.index == obstacle.index)?;
            Some(value!({
                "id": entry.exercise().id,
                "number": entry.number(),
                "reason": obstacle.key,
                "folders": obstacle.folders,
            }))
        });
    found.collect()
}

fn exercises(folder: &Folder<'_>) -> Vec<Value> {
    folder.entries.iter().map(exercise).collect()
}

fn exercise(entry: &Entry<'_>) -> Value {
    let notices = entry
        .checked
        .map_or(&[][..], |checked| &checked.evidence.notices);
    let notices: Vec<String> = notices.iter().map(sitting::notice_words).collect();
    let exercise = entry.exercise();
    value!({
        "id": exercise.id,
        "number": entry.number(),
        "kind": exercise.kind.key(),
        "state": listing::state(entry.state),
        "verdict": entry.mark().key(),
        "reasons": entry.reasons().iter().map(reason).collect::<Vec<Value>>(),
        "notices": notices,
        "path": exercise.main_file(),
        "points": exercise.points,
        "duration_ms": u64::try_from(entry.took().as_millis()).unwrap_or(u64::MAX),
    })
}

/// The kind and the words; the rest where there is any.
fn reason(words: &Words) -> Value {
    let mut object = Map::new();
    object.insert("kind".to_owned(), value!(words.kind));
    object.insert("words".to_owned(), value!(words.words));
    if let Some(line) = words.line {
        object.insert("line".to_owned(), value!(line));
    }
    let texts = [
        ("code", &words.code),
        ("test", &words.test),
        ("tokens", &words.tokens),
        ("detail", &words.detail),
    ];
    for (name, text) in texts {
        if let Some(text) = text {
            object.insert(name.to_owned(), value!(text));
        }
    }
    Value::Object(object)
}
