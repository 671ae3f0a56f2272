//! `tutor hint`: the next hint, or the one that is asked for. The highest is remembered.

use super::arrive::named;
use super::desk::Desk;
use super::exit::Exit;
use super::stop::Stop;
use super::store;
use crate::cli::Hint;
use crate::view::errand;

pub fn run(desk: &Desk, args: &Hint) -> anyhow::Result<Exit> {
    let (place, mut store) = store::open(desk)?;
    let index = place.named_or_current(args.exercise.as_deref(), store.progress())?;
    let exercise = &place.course.exercises[index];
    let words = named(desk, &place, index);
    let count = exercise.hints.len();
    if count == 0 {
        desk.say(&errand::no_hint(&words.borrowed()))?;
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
