//! `tutor reset`: an exercise as it was at first. What the learner wrote is kept, and `--undo` brings it back.

use std::path::Path;

use anyhow::Context;

use super::arrive::{Words, named};
use super::desk::Desk;
use super::exit::Exit;
use super::place::Place;
use super::stop::Stop;
use crate::cli;
use crate::session::progress::Timestamp;
use crate::system::files::{self, Backup};
use crate::view::{errand, keeping};

pub fn run(desk: &Desk, args: &cli::Reset) -> anyhow::Result<Exit> {
    let (place, store) = super::store::open(desk)?;
    let exercise = match &args.exercise {
        Some(word) => place.select(word)?,
        None => place.current(store.progress()),
    };
    let words = named(desk, &place, exercise);
    if args.undo {
        undo(desk, &place, exercise, &words)
    } else {
        reset(desk, &place, exercise, &words)
    }
}

fn reset(desk: &Desk, place: &Place, exercise: usize, words: &Words) -> anyhow::Result<Exit> {
    let id = &place.course.exercises[exercise].id;
    let lines = match put_back(place, exercise, desk.now)? {
        Reset::Done { kept } => {
            let kept: Vec<String> = kept
                .iter()
                .map(|backup| shown(desk, place, backup))
                .collect();
            errand::reset(&words.borrowed(), id, &kept)
        }
        Reset::Untouched => errand::untouched(&words.borrowed()),
        Reset::NoFirstCopy => {
            let lines = errand::no_first_copy(&words.borrowed());
            return Err(Stop::new(Exit::NotYet, lines).into());
        }
    };
    desk.say(&lines)?;
    Ok(Exit::Passed)
}

/// How a reset went.
pub enum Reset {
    /// The exercise is as it was at first; these are the copies of what the learner wrote.
    Done { kept: Vec<Backup> },
    /// It was so already.
    Untouched,
    /// In a course folder: nobody knows how it was.
    NoFirstCopy,
}

/// Puts an exercise back as it was at first. Each file that was changed is copied before it is replaced.
pub fn put_back(place: &Place, exercise: usize, now: Timestamp) -> anyhow::Result<Reset> {
    let paths = &place.course.exercises[exercise].files;
    let starters = paths.iter().map(|path| Some((path, place.starter(path)?)));
    // All or nothing: half a reset would be worse than none.
    match starters.collect::<Option<Vec<_>>>() {
        Some(starters) => write(place, starters, now),
        None => Ok(Reset::NoFirstCopy),
    }
}

/// Writes these files, after copies of all that hold anything else: where one cannot be kept, none is replaced.
pub fn write(
    place: &Place,
    texts: Vec<(&String, Vec<u8>)>,
    now: Timestamp,
) -> anyhow::Result<Reset> {
    let changed = texts
        .into_iter()
        .filter(|(path, starter)| place.found(path).as_ref() != Some(starter));
    let changed: Vec<_> = changed.collect();
    if changed.is_empty() {
        return Ok(Reset::Untouched);
    }
    let copies = changed
        .iter()
        .map(|(path, _)| files::back_up(&place.root, path, now));
    let kept: Vec<Backup> = copies
        .filter_map(Result::transpose)
        .collect::<anyhow::Result<_>>()?;
    for (path, starter) in changed {
        let put = put(place, path, &starter);
        put.map_err(|error| naming_copies(error, &place.root, &kept))?;
    }
    Ok(Reset::Done { kept })
}

fn put(place: &Place, path: &str, text: &[u8]) -> anyhow::Result<()> {
    let target = place.at(path)?;
    if let Some(folder) = target.parent() {
        files::make_folder(folder).with_context(|| format!("make {}", folder.display()))?;
    }
    files::write_atomic(&target, text)
        .map_err(|trouble| anyhow::anyhow!("write {}: {}", trouble.path.display(), trouble.why))
}

/// What went wrong, and where the copies are that were made before it did.
pub fn naming_copies(error: anyhow::Error, root: &Path, kept: &[Backup]) -> anyhow::Error {
    let places = kept.iter().map(|copy| root.join(&copy.path));
    let places: Vec<String> = places.map(|copy| copy.display().to_string()).collect();
    match places.is_empty() {
        true => error,
        false => anyhow::anyhow!("{}", keeping::kept_all_the_same(&error, &places)),
    }
}

/// Takes back the last reset: of an exercise with several files, those that it changed.
fn undo(desk: &Desk, place: &Place, exercise: usize, words: &Words) -> anyhow::Result<Exit> {
    let paths = &place.course.exercises[exercise].files;
    let newest =
        |path: &&String| files::newest_backup(&place.root, path).map(|backup| backup.stamp);
    let Some(last) = paths.iter().filter_map(|path| newest(&path)).max() else {
        let lines = errand::nothing_to_undo(&words.borrowed());
        return Err(Stop::new(Exit::NotYet, lines).into());
    };
    let mut kept = Vec::new();
    for path in paths
        .iter()
        .filter(|path| newest(path).as_ref() == Some(&last))
    {
        let restored = files::restore_newest(&place.root, path, desk.now);
        let restored = restored.map_err(|error| naming_copies(error, &place.root, &kept))?;
        kept.extend(restored.and_then(|(_, replaced)| replaced));
    }
    let kept: Vec<String> = kept
        .iter()
        .map(|backup| shown(desk, place, backup))
        .collect();
    let more = paths.iter().any(|path| newest(&path).is_some());
    desk.say(&errand::undone(&words.borrowed(), &kept, more))?;
    Ok(Exit::Passed)
}

fn shown(desk: &Desk, place: &Place, backup: &Backup) -> String {
    desk.shown(&place.root.join(&backup.path))
}
