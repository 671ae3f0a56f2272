//! In which order the exercises come: what is next, what was before, where a learner is.

use super::progress::{Progress, State};
use crate::course::model::Course;

/// The exercises of a track, or all of them, by index and in the order of the course. Empty for a track that nobody
/// belongs to.
pub fn on_track(course: &Course, track: Option<&str>) -> Vec<usize> {
    let belongs = |index: &usize| match track {
        Some(track) => course.exercises[*index].tracks.iter().any(|of| of == track),
        None => true,
    };
    (0..course.exercises.len()).filter(belongs).collect()
}

/// Where the learner is: where they were last, else at the first exercise that is still to be done, else at the first.
/// `None` only for an empty path.
pub fn current(course: &Course, path: &[usize], progress: &Progress) -> Option<usize> {
    let here = progress.here.as_deref().and_then(|id| course.find(id));
    let on_path = here.filter(|here| path.contains(here));
    let first = |state| {
        path.iter()
            .copied()
            .find(|&index| state_of(course, progress, index) == state)
    };
    on_path
        .or_else(|| first(State::Todo))
        .or_else(|| first(State::Skipped))
        .or_else(|| path.first().copied())
}

/// The next exercise that is not done: after `from` first, then before it; the skipped ones, in the same order, when
/// nothing else is left. `None`: everything but `from` is done.
pub fn next(course: &Course, path: &[usize], progress: &Progress, from: usize) -> Option<usize> {
    let after = path.iter().filter(|&&index| index > from);
    let before = path.iter().filter(|&&index| index < from);
    let all: Vec<usize> = after.chain(before).copied().collect();
    let found = |state| {
        let mut those = all.iter().copied();
        those.find(|&index| state_of(course, progress, index) == state)
    };
    found(State::Todo).or_else(|| found(State::Skipped))
}

/// The exercise before this one, whatever its state.
pub fn previous(path: &[usize], from: usize) -> Option<usize> {
    path.iter().copied().rfind(|&index| index < from)
}

pub fn state_of(course: &Course, progress: &Progress, index: usize) -> State {
    let record = progress.exercises.get(&course.exercises[index].id);
    record.map_or(State::Todo, |record| record.state)
}
