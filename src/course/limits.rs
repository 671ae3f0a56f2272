//! Under which conditions an exercise is built and run: `profiles`, `budget`, `timeout_s`, `needs`, `deny`.

use std::collections::BTreeMap;

use super::fault::quoted;
use super::key;
use super::model::{Build, Need, Profile, Start};
use super::nearest::nearest;
use super::starts::lint_name;
use super::table::{Table, Word};

/// Seconds that a program may run where the course does not say.
const TIMEOUT_S: u64 = 10;
/// The same where the starter is known to hang: nobody should wait long for what is sure to come.
const TIMEOUT_OF_A_HANG_S: u64 = 2;

pub(super) fn deny(exercise: &mut Table<'_, '_>) -> Vec<String> {
    let words = exercise.words(key::DENY).unwrap_or_default();
    words
        .into_iter()
        .filter_map(|word| lint_name(exercise, word))
        .collect()
}

pub(super) fn profiles(exercise: &mut Table<'_, '_>) -> Vec<Profile> {
    let Some(words) = exercise.words(key::PROFILES) else {
        return vec![Profile::Debug];
    };
    if words.is_empty() {
        exercise.fault(
            exercise.at(key::PROFILES),
            "`profiles` is empty",
            "take it out: \"debug\" is the default",
        );
    }
    let mut found = Vec::new();
    for word in words {
        match word.text {
            "debug" => found.push(Profile::Debug),
            "release" => found.push(Profile::Release),
            other => {
                let what = format!("there is no profile {}", quoted(other));
                exercise.fault(word.at, what, "use \"debug\" or \"release\"");
            }
        }
    }
    found.dedup();
    found
}

pub(super) fn budget(exercise: &mut Table<'_, '_>) -> BTreeMap<String, u64> {
    let mut found = BTreeMap::new();
    let Some(value) = exercise.get(key::BUDGET) else {
        return found;
    };
    let Some(mut table) = exercise.inside(key::BUDGET, value, "a budget") else {
        return found;
    };
    for (name, value) in table.entries() {
        let number = table.as_number(key::BUDGET, value, 0..=1_000_000_000);
        found.extend(number.map(|number| (name.text.to_owned(), number.unsigned_abs())));
    }
    found
}

pub(super) fn timeout_s(exercise: &mut Table<'_, '_>, starts: Option<&[Start]>) -> u64 {
    let hangs = starts.unwrap_or_default().contains(&Start::Hangs);
    let default = if hangs {
        TIMEOUT_OF_A_HANG_S
    } else {
        TIMEOUT_S
    };
    let given = exercise.number(key::TIMEOUT_S, 1..=600);
    given.map_or(default, i64::unsigned_abs)
}

/// `needs`; a lint of clippy's in `deny` needs clippy without saying so.
pub(super) fn needs(exercise: &mut Table<'_, '_>, deny: &[String], build: &Build) -> Vec<Need> {
    let mut found = Vec::new();
    for word in exercise.words(key::NEEDS).unwrap_or_default() {
        found.extend(need(exercise, word, build));
    }
    if deny.iter().any(|lint| lint.starts_with("clippy::")) {
        found.push(Need::Clippy);
    }
    found.sort();
    found.dedup();
    found
}

fn need(exercise: &mut Table<'_, '_>, word: Word<'_>, build: &Build) -> Option<Need> {
    match word.text {
        "clippy" => return Some(Need::Clippy),
        "wasm32" => return Some(Need::Wasm32),
        _ => {}
    }
    let Some(name) = word.text.strip_prefix("crate:") else {
        let what = format!("nothing is known of a need {}", quoted(word.text));
        let remedy = match nearest(word.text, ["clippy", "wasm32"]) {
            Some(known) => format!("did you mean \"{known}\"?"),
            None => "use \"clippy\", \"wasm32\" or \"crate:NAME\"".to_owned(),
        };
        exercise.fault(word.at, what, remedy);
        return None;
    };
    if !build.dependencies.contains_key(name) {
        let what = format!("the course has no dependency {}", quoted(name));
        exercise.fault(
            word.at,
            what,
            format!("add it to `dependencies` of `[build]`: `{name} = \"1\"`"),
        );
        return None;
    }
    Some(Need::Crate(name.to_owned()))
}
