//! `tutor hint`: the hint for what the learner meets now, if there is one, and the next of the exercise's own, or the one
//! that is asked for. The highest is remembered.

use anyhow::Context;

use super::arrive::named;
use super::checker::{self, Checker};
use super::consent;
use super::desk::Desk;
use super::exit::Exit;
use super::place::Place;
use super::stop::Stop;
use super::store;
use crate::check::verdict::Verdict;
use crate::cli::Hint;
use crate::course::model::Exercise;
use crate::session::hints;
use crate::system::process::Cancel;
use crate::system::signals::Interrupts;
use crate::view::errand;

pub fn run(desk: &Desk, args: &Hint) -> anyhow::Result<Exit> {
    let (place, mut store) = store::open(desk)?;
    let index = place.named_or_current(args.exercise.as_deref(), store.progress())?;
    let exercise = &place.course.exercises[index];
    let words = named(desk, &place, index);
    let fitting = match args.level {
        None => fitting(desk, &place, exercise)?,
        Some(_) => None,
    };
    if let Some(text) = fitting {
        desk.say(&errand::fitting_hint(&words.borrowed(), text))?;
    }
    let count = exercise.hints.len();
    if count == 0 {
        if fitting.is_none() {
            desk.say(&errand::no_hint(&words.borrowed()))?;
        }
        return Ok(Exit::Passed);
    }
    let seen = store
        .progress()
        .exercises
        .get(&exercise.id)
        .map_or(0, |record| record.hint);
    let level = args
        .level
        .map_or_else(|| (usize::from(seen) + 1).min(count), usize::from);
    let Some(text) = level
        .checked_sub(1)
        .and_then(|place| exercise.hints.get(place))
    else {
        let lines = errand::no_such_hint(&words.borrowed(), count);
        return Err(Stop::new(Exit::Usage, lines).into());
    };
    let again = args
        .exercise
        .as_deref()
        .map_or_else(String::new, |word| format!(" {word}"));
    desk.say(&errand::hint(&words.borrowed(), level, count, text))?;
    desk.advise(&errand::after_hint(level, count, &again))?;
    let notices = store.change(|progress| {
        let record = progress.exercises.entry(exercise.id.clone()).or_default();
        record.hint = record.hint.max(u8::try_from(level).unwrap_or(u8::MAX));
    });
    store::tell(desk, &notices)?;
    Ok(Exit::Passed)
}

/// The hint for what a check finds now. It is no reason to ask for consent or to build crates, and none to complain:
/// the exercise's own hints are there all the same.
fn fitting<'a>(
    desk: &Desk,
    place: &Place,
    exercise: &'a Exercise,
) -> anyhow::Result<Option<&'a str>> {
    if exercise.hint_on.is_empty() || !consent::is_given(desk, place) {
        return Ok(None);
    }
    let cancel = Cancel::new();
    let _interrupts = Interrupts::cancelling(&cancel).context("listen for Ctrl-C")?;
    let Ok(checker) = Checker::without_asking(place, &cancel) else {
        return Ok(None);
    };
    let files = checker::read(&place.root, exercise);
    if checker.has_to_build(exercise, files.clone()) {
        return Ok(None);
    }
    let reasons = match checker.check(exercise, files, &cancel).verdict {
        Verdict::NotYet(reasons) => reasons,
        _ => return Ok(None),
    };
    let met = reasons.first();
    Ok(met.and_then(|reason| hints::fitting(exercise, reason)))
}
