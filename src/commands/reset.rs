//! `tutor reset`: an exercise as it was at first. What the learner wrote is kept, and `--undo` brings it back.

use anyhow::Context;

use super::arrive::{Words, named};
use super::desk::Desk;
use super::exit::Exit;
use super::place::Place;
use super::stop::Stop;
use crate::cli::Reset;
use crate::system::files::{self, Backup};
use crate::view::errand;

pub fn run(desk: &Desk, args: &Reset) -> anyhow::Result<Exit> {
    let place = super::place::open(desk)?;
    let exercise = place.select(&args.exercise)?;
    let words = named(desk, &place, exercise);
    if args.undo {
        undo(desk, &place, exercise, &words)
    } else {
        reset(desk, &place, exercise, &words)
    }
}

fn reset(desk: &Desk, place: &Place, exercise: usize, words: &Words) -> anyhow::Result<Exit> {
    let id = &place.course.exercises[exercise].id;
    let mut kept = Vec::new();
    let mut changed = false;
    for (path, starter) in starters(place, exercise, words)? {
        if place.found(&path).as_ref() == Some(&starter) {
            continue;
        }
        changed = true;
        kept.extend(
            files::back_up(&place.root, &path, desk.now)?.map(|backup| shown(desk, place, &backup)),
        );
        let target = place.at(&path)?;
        if let Some(folder) = target.parent() {
            files::make_folder(folder).with_context(|| format!("make {}", folder.display()))?;
        }
        files::write_atomic(&target, &starter)?;
    }
    desk.say(&match changed {
        true => errand::reset(&words.borrowed(), id, &kept),
        false => errand::untouched(&words.borrowed()),
    })?;
    Ok(Exit::Passed)
}

/// The exercise's files with what they held at first. All or nothing: half a reset would be worse than none.
fn starters(place: &Place, exercise: usize, words: &Words) -> Result<Vec<(String, Vec<u8>)>, Stop> {
    let paths = &place.course.exercises[exercise].files;
    let starters = paths
        .iter()
        .map(|path| Some((path.clone(), place.starter(path)?)));
    let starters: Option<Vec<_>> = starters.collect();
    starters.ok_or_else(|| Stop::new(Exit::NotYet, errand::no_first_copy(&words.borrowed())))
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
        let restored = files::restore_newest(&place.root, path, desk.now)?;
        let replaced = restored.and_then(|(_, replaced)| replaced);
        kept.extend(replaced.map(|backup| shown(desk, place, &backup)));
    }
    let more = paths.iter().any(|path| newest(&path).is_some());
    desk.say(&errand::undone(&words.borrowed(), &kept, more))?;
    Ok(Exit::Passed)
}

fn shown(desk: &Desk, place: &Place, backup: &Backup) -> String {
    desk.shown(&place.root.join(&backup.path))
}
