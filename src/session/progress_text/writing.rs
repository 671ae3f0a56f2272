//! From progress to text, upon the text that was there before.

use std::collections::BTreeMap;

use toml_edit::{Array, DocumentMut, InlineTable, Item, Table, TableLike, Value};

use super::reading::{decode, read_text};
use super::{ProgressError, VERSION, moment};
use crate::session::progress::{Met, Progress, Record, State, Timestamp};

/// The comment stands before `course`, so that it stays at the top.
const HEAD: &str = "\
version = 1
# What you have done so far. `tutor` keeps this file; it is plain TOML and may be committed and merged.
course = \"\"
";

/// The text to write. `before` are the bytes that the file has now, if there is one: their comments, unknown keys
/// and line ends are kept. Fails if they are no progress of this version; then ask what to do with them first.
pub fn write(progress: &Progress, before: Option<&[u8]>) -> Result<String, ProgressError> {
    let Some(before) = before else {
        return Ok(written(progress, HEAD));
    };
    let text = decode(before)?;
    read_text(&text)?;
    let unix = text.replace("\r\n", "\n");
    let mut new = written(progress, &unix);
    if unix.len() < text.len() {
        new = new.replace('\n', "\r\n");
    }
    let mark = if before.starts_with("\u{feff}".as_bytes()) {
        "\u{feff}"
    } else {
        ""
    };
    Ok(format!("{mark}{new}"))
}

fn written(progress: &Progress, before: &str) -> String {
    // A text that was read a moment ago is TOML; should it not be, a fresh one loses comments only.
    let mut document: DocumentMut = before.parse().unwrap_or_default();
    let root = document.as_table_mut();
    put(root, "version", Some(VERSION.into()));
    put(root, "course", Some(progress.course.as_str().into()));
    put(root, "here", progress.here.as_deref().map(Value::from));
    put(root, "welcomed", flag(progress.welcomed));
    put(root, "cards_shown", cards(&progress.cards_shown));
    put_exercises(root, &progress.exercises);
    document.to_string()
}

fn put_exercises(root: &mut Table, exercises: &BTreeMap<String, Record>) {
    let item = root.entry("exercises").or_insert_with(|| {
        let mut table = Table::new();
        table.set_implicit(true);
        Item::Table(table)
    });
    let Some(table) = item.as_table_like_mut() else {
        return;
    };
    remove_others(table, exercises);
    let mut grown = false;
    for (id, record) in exercises {
        if table.get(id).is_none() {
            table.insert(id, Item::Table(Table::new()));
            grown = true;
        }
        if let Some(entry) = table.get_mut(id).and_then(Item::as_table_like_mut) {
            put_record(entry, record);
        }
    }
    if grown {
        // Each new table stands behind its neighbour in the alphabet: two branches that add one rarely meet.
        table.sort_values();
    }
}

fn put_record(entry: &mut dyn TableLike, record: &Record) {
    put(entry, "state", Some(word(record.state).into()));
    put(entry, "attempts", count(record.attempts.into()));
    put(entry, "seconds", count(record.seconds));
    put(entry, "hint", count(record.hint.into()));
    put(entry, "solution_seen", flag(record.solution_seen));
    put(entry, "done_at", record.done_at.map(moment_value));
    put(
        entry,
        "hash_when_done",
        record.hash_when_done.as_deref().map(Value::from),
    );
    let answers = record
        .answers
        .iter()
        .map(|answer| Value::from(i64::from(*answer)));
    put(entry, "answers", list(answers));
    put_errors_met(entry, &record.errors_met);
    put(entry, "reviews", list(record.reviews.iter().map(review)));
}

fn word(state: State) -> &'static str {
    match state {
        State::Todo => "todo",
        State::Done => "done",
        State::Skipped => "skipped",
    }
}

/// What is 0, false or empty is not written.
fn count(number: u64) -> Option<Value> {
    (number > 0).then(|| integer(number))
}

fn integer(number: u64) -> Value {
    i64::try_from(number).unwrap_or(i64::MAX).into()
}

fn flag(flag: bool) -> Option<Value> {
    flag.then(|| true.into())
}

fn moment_value(at: Timestamp) -> Value {
    moment::to_datetime(at).map_or_else(|| integer(at), Value::from)
}

fn list(values: impl Iterator<Item = Value>) -> Option<Value> {
    let array: Array = values.collect();
    (!array.is_empty()).then(|| array.into())
}

/// One chapter on each line.
fn cards(cards: &[String]) -> Option<Value> {
    let mut array = Array::new();
    for card in cards {
        let mut value = Value::from(card.as_str());
        value.decor_mut().set_prefix("\n    ");
        array.push_formatted(value);
    }
    array.set_trailing_comma(true);
    array.set_trailing("\n");
    (!array.is_empty()).then(|| array.into())
}

fn put_errors_met(entry: &mut dyn TableLike, met: &BTreeMap<String, Met>) {
    if met.is_empty() {
        entry.remove("errors_met");
        return;
    }
    let item = entry
        .entry("errors_met")
        .or_insert_with(|| Item::Value(InlineTable::new().into()));
    let Some(table) = item.as_table_like_mut() else {
        return;
    };
    remove_others(table, met);
    for (code, met) in met {
        let item = table
            .entry(code)
            .or_insert_with(|| Item::Value(InlineTable::new().into()));
        if let Some(numbers) = item.as_table_like_mut() {
            put(numbers, "times", Some(integer(met.times.into())));
            put(numbers, "seconds", count(met.seconds));
        }
    }
}

fn review((at, right): &(Timestamp, bool)) -> Value {
    InlineTable::from_iter([("at", moment_value(*at)), ("right", (*right).into())]).into()
}

/// Takes out what `known` does not have.
fn remove_others<T>(table: &mut dyn TableLike, known: &BTreeMap<String, T>) {
    let others = table.iter().map(|(key, _)| key.to_owned());
    let others: Vec<String> = others.filter(|key| !known.contains_key(key)).collect();
    for key in others {
        table.remove(&key);
    }
}

/// Sets or removes a key. A value that is already there stays as it is written, and keeps its comment in any case.
fn put(table: &mut dyn TableLike, key: &str, value: Option<Value>) {
    let Some(value) = value else {
        table.remove(key);
        return;
    };
    match table.get_mut(key).and_then(Item::as_value_mut) {
        Some(old) => replace(old, value),
        None => {
            table.insert(key, Item::Value(value));
        }
    }
}

fn replace(old: &mut Value, mut new: Value) {
    if says(old, &new) {
        return;
    }
    if let (Value::Array(old), Value::Array(new)) = (&mut *old, &new) {
        replace_items(old, new);
        return;
    }
    *new.decor_mut() = old.decor().clone();
    *old = new;
}

fn replace_items(old: &mut Array, new: &Array) {
    while old.len() > new.len() {
        old.remove(old.len() - 1);
    }
    for (index, value) in new.iter().enumerate() {
        match old.get_mut(index) {
            Some(old) => replace(old, value.clone()),
            None => old.push_formatted(value.clone()),
        }
    }
}

/// Whether the old value says what the new one does, however it is written. It may say more.
fn says(old: &Value, new: &Value) -> bool {
    match (old, new) {
        (Value::String(old), Value::String(new)) => old.value() == new.value(),
        (Value::Integer(old), Value::Integer(new)) => old.value() == new.value(),
        (Value::Boolean(old), Value::Boolean(new)) => old.value() == new.value(),
        (Value::Datetime(old), Value::Datetime(new)) => {
            moment::from_datetime(old.value()) == moment::from_datetime(new.value())
        }
        (Value::Array(old), Value::Array(new)) => {
            old.len() == new.len() && old.iter().zip(new).all(|(old, new)| says(old, new))
        }
        (Value::InlineTable(old), Value::InlineTable(new)) => new
            .iter()
            .all(|(key, new)| old.get(key).is_some_and(|old| says(old, new))),
        _ => false,
    }
}
