//! What the compiler or the tests are to say: `starts`, `tolerate`, and the target of kind `break`.

use super::fault::quoted;
use super::key::{self, Key};
use super::model::{At, BreakPlace, BreakTarget, Start};
use super::table::{Table, Value, Word};

/// `starts`: `None` if it is not there, and the kind's default holds.
pub(super) fn starts(exercise: &mut Table<'_, '_>) -> Option<Vec<Start>> {
    let items = exercise.list(key::STARTS)?;
    let found = items
        .iter()
        .filter_map(|item| start(exercise, key::STARTS, item));
    Some(found.collect())
}

/// `tolerate`: the same entries, errors and lints alone; a text is an error without a place.
pub(super) fn tolerate(exercise: &mut Table<'_, '_>) -> Vec<Start> {
    let items = exercise.list(key::TOLERATE).unwrap_or_default();
    let mut found = Vec::new();
    for item in items {
        if item.get_ref().is_str() {
            let any_of = exercise
                .as_text(key::ERROR, item)
                .and_then(|word| code_or_fragment(exercise, word));
            found.extend(any_of.map(|text| Start::Error {
                any_of: vec![text],
                at: At::default(),
            }));
            continue;
        }
        match start(exercise, key::TOLERATE, item) {
            Some(allowed @ (Start::Error { .. } | Start::Lint { .. })) => found.push(allowed),
            Some(_) => exercise.fault(
                item.span().start,
                "`tolerate` is about errors and lints only",
                "move this entry to `starts`, or take it out",
            ),
            None => {}
        }
    }
    found
}

const FORMS: [Key; 7] = [
    key::ERROR,
    key::LINT,
    key::FAILS,
    key::PANICS,
    key::HANGS,
    key::OVER,
    key::ACCEPTS,
];

fn start<'d>(exercise: &mut Table<'d, '_>, list: Key, item: &'d Value<'d>) -> Option<Start> {
    let mut entry = exercise.inside(list, item, "an entry of `starts`")?;
    let given = FORMS.iter().filter(|form| entry.has(**form)).count();
    if given != 1 {
        let what = match given {
            0 => "this entry does not say what is to be seen",
            _ => "this entry says more than one thing",
        };
        let remedy =
            "give each entry one of `error`, `lint`, `fails`, `panics`, `hangs`, `over`, `accepts`";
        entry.fault(item.span().start, what, remedy);
    }
    let at = at(&mut entry);
    let placed = entry.has(key::ERROR) || entry.has(key::LINT);
    if entry.has(key::AT) && !placed && given == 1 {
        let what = "`at` says where an error or a lint stands";
        entry.fault(entry.at(key::AT), what, "take `at` out");
    }
    let forms = [
        error(&mut entry, &at),
        lint(&mut entry, &at),
        text_of(&mut entry, key::FAILS, |test| Start::Fails { test }),
        text_of(&mut entry, key::PANICS, |fragment| Start::Panics {
            fragment,
        }),
        hangs(&mut entry),
        text_of(&mut entry, key::OVER, |what| Start::Over { what }),
        accepts(&mut entry),
    ];
    entry.finish();
    forms.into_iter().flatten().next().filter(|_| given == 1)
}

fn error(entry: &mut Table<'_, '_>, at: &At) -> Option<Start> {
    let any_of = alternatives(entry)?;
    Some(Start::Error {
        any_of,
        at: at.clone(),
    })
}

fn lint(entry: &mut Table<'_, '_>, at: &At) -> Option<Start> {
    let word = entry.sentence(key::LINT)?;
    Some(Start::Lint {
        lint: lint_name(entry, word)?,
        at: at.clone(),
    })
}

fn text_of(entry: &mut Table<'_, '_>, key: Key, make: impl Fn(String) -> Start) -> Option<Start> {
    entry.sentence(key).map(|word| make(word.text.to_owned()))
}

fn hangs(entry: &mut Table<'_, '_>) -> Option<Start> {
    let hangs = entry.flag(key::HANGS)?;
    if !hangs {
        entry.fault(
            entry.at(key::HANGS),
            "`hangs` can only be true",
            "take this entry out",
        );
    }
    hangs.then_some(Start::Hangs)
}

fn accepts(entry: &mut Table<'_, '_>) -> Option<Start> {
    let count = entry.number(key::ACCEPTS, 1..=100)?;
    Some(Start::Accepts {
        count: usize::try_from(count).unwrap_or(1),
    })
}

/// A text that stands on one line, or several, each sought below the one before.
fn at(entry: &mut Table<'_, '_>) -> At {
    let words = entry.one_or_more(key::AT).unwrap_or_default();
    for word in &words {
        if word.text.contains('\n') {
            entry.fault(
                word.at,
                "`at` has a line break in it",
                "give a text that stands on one line",
            );
        }
    }
    At(words.into_iter().map(|word| word.text.to_owned()).collect())
}

/// The value of `error`: a code, a fragment of a message, or a list of such.
fn alternatives(table: &mut Table<'_, '_>) -> Option<Vec<String>> {
    let words = table.one_or_more(key::ERROR)?;
    if words.is_empty() && table.at(key::ERROR) != table.start() {
        table.fault(
            table.at(key::ERROR),
            "`error` names no error",
            "write for example `error = \"E0382\"`",
        );
    }
    let any_of: Vec<String> = words
        .into_iter()
        .filter_map(|word| code_or_fragment(table, word))
        .collect();
    (!any_of.is_empty()).then_some(any_of)
}

fn code_or_fragment(table: &mut Table<'_, '_>, word: Word<'_>) -> Option<String> {
    if looks_like_a_code(word.text) && !is_code(word.text) {
        let what = format!("{} is no error code", quoted(word.text));
        table.fault(word.at, what, "a code is E and four digits, as in E0382");
        return None;
    }
    Some(word.text.to_owned())
}

fn looks_like_a_code(text: &str) -> bool {
    let digits = text.strip_prefix(['E', 'e']).unwrap_or_default();
    !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
}

/// `E` and four digits.
pub(super) fn is_code(text: &str) -> bool {
    looks_like_a_code(text) && text.len() == 5 && text.starts_with('E')
}

/// A lint as rustc names it: `unused_must_use`, `clippy::ptr_arg`.
pub(super) fn lint_name(table: &mut Table<'_, '_>, word: Word<'_>) -> Option<String> {
    let name = word.text;
    let bare = ["clippy::", "rustdoc::"]
        .iter()
        .find_map(|tool| name.strip_prefix(tool))
        .unwrap_or(name);
    let sound = !bare.is_empty()
        && bare
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
    if !sound {
        let what = format!("{} is no name of a lint", quoted(name));
        table.fault(
            word.at,
            what,
            "write it as rustc does: `unused_must_use`, `clippy::ptr_arg`",
        );
    }
    sound.then(|| name.to_owned())
}

/// `expect`, the error that kind `break` is to bring about. `same_lines` may stand beside it or in it.
pub(super) fn target(exercise: &mut Table<'_, '_>) -> Option<BreakTarget> {
    let beside = exercise.flag(key::SAME_LINES);
    let value = exercise.get(key::EXPECT);
    if let (Some(_), None) = (beside, value) {
        let what =
            "`same_lines` says how the error of `expect` may be brought about, and there is none";
        exercise.fault(
            exercise.at(key::SAME_LINES),
            what,
            "add `expect`, or take `same_lines` out",
        );
    }
    let mut expect = exercise.inside(key::EXPECT, value?, "`expect`")?;
    if !expect.has(key::ERROR) {
        expect.missing(key::ERROR);
    }
    let any_of = alternatives(&mut expect);
    let place = place(&mut expect);
    let within = expect.flag(key::SAME_LINES);
    expect.finish();
    Some(BreakTarget {
        any_of: any_of?,
        place,
        same_lines: within.or(beside).unwrap_or(false),
    })
}

fn place(expect: &mut Table<'_, '_>) -> BreakPlace {
    match expect.text(key::PLACE) {
        None => BreakPlace::Mark,
        Some(word) if word.text == "mark" => BreakPlace::Mark,
        Some(word) if word.text == "region" => BreakPlace::Region,
        Some(word) => {
            let what = format!("there is no place {}", quoted(word.text));
            expect.fault(
                word.at,
                what,
                "use \"mark\" (the line with `//~ CODE`) or \"region\"",
            );
            BreakPlace::Mark
        }
    }
}
