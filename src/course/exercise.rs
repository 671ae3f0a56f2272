//! One `[[exercises]]` table of version 2.

use std::collections::BTreeSet;

use super::fault::quoted;
use super::key::{self, Key};
use super::model::{Build, Exercise, Kind, Place, Start};
use super::names::{Numbered, numbered, reserved};
use super::nearest::nearest;
use super::table::{Table, Word};
use super::{choices, demands, files, limits, starts, teaching};

/// An exercise that was read, and where those of its words stand that are compared with other exercises'.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) exercise: Exercise,
    pub(super) name_at: Place,
    pub(super) formerly_at: Vec<Place>,
}

/// Where an exercise belongs: its chapter's index and folder.
#[derive(Debug, Clone, Copy)]
pub(super) struct Home<'c> {
    pub(super) chapter: usize,
    pub(super) dir: &'c str,
}

/// What all exercises of a course have in common.
#[derive(Debug, Clone, Copy)]
pub(super) struct Common<'c> {
    pub(super) build: &'c Build,
    pub(super) paths: &'c BTreeSet<String>,
}

/// Reads the whole table, so that all its faults are found. `None` if its name or its home is not known.
pub(super) fn read(
    table: &mut Table<'_, '_>,
    home: Option<Home<'_>>,
    common: Common<'_>,
) -> Option<Draft> {
    let name = name(table);
    let kind = kind(table);
    let starts = starts::starts(table);
    let deny = limits::deny(table);
    let formerly = table.words(key::FORMERLY).unwrap_or_default();
    let files = match (home, name) {
        (Some(home), Some((word, _))) => files::of_exercise(table, home.dir, word, common.paths),
        // Asked for all the same: a key that is known is no unknown one.
        _ => table
            .words(key::FILES)
            .map(|_| Vec::new())
            .unwrap_or_default(),
    };
    let exercise = Exercise {
        id: name.map_or("", |(_, name)| name.slug).to_owned(),
        name: name.map_or("", |(word, _)| word.text).to_owned(),
        chapter: home.map_or(0, |home| home.chapter),
        number: name.map_or(0, |(_, name)| name.number),
        kind: kind.unwrap_or(Kind::Fix),
        files,
        tolerate: starts::tolerate(table),
        rules: demands::token_rules(table),
        runs: demands::program_runs(table),
        expect: starts::target(table),
        choices: choices::given(table),
        profiles: limits::profiles(table),
        budget: limits::budget(table),
        timeout_s: limits::timeout_s(table, starts.as_deref()),
        unsafe_allowed: table.flag(key::UNSAFE).unwrap_or(false),
        needs: limits::needs(table, &deny, common.build),
        hints: teaching::hints(table),
        hint_on: teaching::sentences(table, key::HINT_ON, "`hint_on`"),
        questions: teaching::questions(table),
        docs: teaching::docs(table),
        teaches: texts(table, key::TEACHES),
        builds_on: texts(table, key::BUILDS_ON),
        formerly: formerly.iter().map(|word| word.text.to_owned()).collect(),
        points: points(table),
        tracks: tracks(table),
        obvious: table.flag(key::OBVIOUS).unwrap_or(false),
        allow: teaching::sentences(table, key::ALLOW, "`allow`"),
        v1: None,
        declared: table.place(table.start()),
        starts,
        deny,
    };
    version_1_words(table);
    if let Some(kind) = kind {
        fits_its_kind(table, kind, &exercise);
    }
    let (word, _) = name?;
    home?;
    Some(Draft {
        name_at: table.place(word.at),
        formerly_at: formerly.iter().map(|word| table.place(word.at)).collect(),
        exercise,
    })
}

fn name<'d>(table: &mut Table<'d, '_>) -> Option<(Word<'d>, Numbered<'d>)> {
    let word = table.needed_sentence(key::NAME)?;
    match numbered(word.text) {
        Ok(name) => {
            if let Some(what) = cannot_be(name.slug) {
                table.fault(word.at, what, "choose another word");
            }
            Some((word, name))
        }
        Err(trouble) => {
            let what = format!("the name {} {trouble}", quoted(word.text));
            table.fault(
                word.at,
                what,
                "write it like \"02_handed_over\": its number, then lower-case words",
            );
            None
        }
    }
}

/// Why no exercise may have this slug, if none may.
pub(super) fn cannot_be(slug: &str) -> Option<String> {
    let trouble = reserved(slug)?;
    Some(format!(
        "{} {trouble}, so it cannot be an exercise",
        quoted(slug)
    ))
}

fn kind(table: &mut Table<'_, '_>) -> Option<Kind> {
    let word = table.needed_sentence(key::KIND)?;
    let found = Kind::ALL.into_iter().find(|kind| kind.key() == word.text);
    if found.is_none() {
        let what = format!("there is no kind {}", quoted(word.text));
        let known = Kind::ALL.map(Kind::key);
        let remedy = match nearest(word.text, known) {
            Some(known) => format!("did you mean \"{known}\"?"),
            None => format!("use one of {}", known.join(", ")),
        };
        table.fault(word.at, what, remedy);
    }
    found
}

fn points(table: &mut Table<'_, '_>) -> u32 {
    let given = table.number(key::POINTS, 0..=1000);
    given
        .and_then(|points| u32::try_from(points).ok())
        .unwrap_or(1)
}

fn texts(table: &mut Table<'_, '_>, key: Key) -> Vec<String> {
    let words = table.words(key).unwrap_or_default();
    words
        .into_iter()
        .map(|word| word.text.trim().to_owned())
        .collect()
}

fn tracks(table: &mut Table<'_, '_>) -> Vec<String> {
    let words = table.words(key::TRACKS).unwrap_or_default();
    for word in &words {
        let sound = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '-';
        if !word.text.chars().all(sound) {
            let what = format!(
                "the track {} has a sign that is not a to z, 0 to 9, - or _",
                quoted(word.text)
            );
            table.fault(word.at, what, "write for example `tracks = [\"core\"]`");
        }
    }
    words.into_iter().map(|word| word.text.to_owned()).collect()
}

/// Keys of rustlings' format that have no meaning here, said more kindly than "unknown".
fn version_1_words(table: &mut Table<'_, '_>) {
    for key in [key::TEST, key::STRICT_CLIPPY, key::SKIP_CHECK_UNSOLVED] {
        if table.get(key).is_some() {
            let place = table.place(table.at(key));
            let what = format!("`{}` belongs to version 1; it is not used", key.name);
            let remedy = "take it out: tests are found by themselves, and `deny` names lints";
            table.report.warning(place, what, remedy);
        }
    }
}

/// What a kind cannot do without, and what only it can use.
fn fits_its_kind(table: &mut Table<'_, '_>, kind: Kind, exercise: &Exercise) {
    let needed = match kind {
        Kind::Fix => Some(key::STARTS),
        Kind::Lint => Some(key::DENY),
        Kind::Measure => Some(key::BUDGET),
        Kind::Break => Some(key::EXPECT),
        _ => None,
    };
    if let Some(needed) = needed.filter(|key| !table.has(*key)) {
        let what = format!(
            "an exercise of kind \"{}\" needs `{}`",
            kind.key(),
            needed.name
        );
        table.absent(what, format!("write for example `{}`", needed.example));
    }
    for (key, only) in [(key::EXPECT, Kind::Break), (key::CHOICES, Kind::Predict)] {
        if table.has(key) && kind != only {
            let what = format!(
                "`{}` belongs to kind \"{}\", not \"{}\"",
                key.name,
                only.key(),
                kind.key()
            );
            table.fault(
                table.at(key),
                what,
                format!("take `{}` out, or change the kind", key.name),
            );
        }
    }
    if kind == Kind::Predict {
        answers_are_offered(table, exercise);
    }
    starts_fit(table, kind, exercise);
}

/// Every code that is to be marked can be chosen; and there is something to build the choice from.
fn answers_are_offered(table: &mut Table<'_, '_>, exercise: &Exercise) {
    if exercise.choices.is_empty() {
        if !table.has(key::CHOICES) && !table.has(key::STARTS) {
            let what = "a prediction needs its codes";
            table.absent(
                what,
                "write the errors into `starts`, or the codes to choose from into `choices`",
            );
        }
        return;
    }
    for start in exercise.starts.as_deref().unwrap_or_default() {
        let Start::Error { any_of, .. } = start else {
            continue;
        };
        if !any_of.iter().any(|code| exercise.choices.contains(code)) {
            let codes = any_of.join(" or ");
            let what = format!("the expected {} cannot be chosen", quoted(&codes));
            table.fault(table.at(key::CHOICES), what, "add it to `choices`");
        }
    }
}

fn starts_fit(table: &mut Table<'_, '_>, kind: Kind, exercise: &Exercise) {
    for start in exercise.starts.as_deref().unwrap_or_default() {
        match start {
            Start::Accepts { .. } if kind != Kind::Guard => {
                let what = "`accepts` counts the misuses of a \"guard\"";
                table.fault(
                    table.at(key::STARTS),
                    what,
                    "take the entry out, or change the kind",
                );
            }
            Start::Over { what } if !exercise.budget.contains_key(what) => {
                let what = format!("the budget has no {}", quoted(what));
                table.fault(table.at(key::STARTS), what, "name it in `budget`");
            }
            _ => {}
        }
    }
}
