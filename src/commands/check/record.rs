//! What a check leaves in the progress: tries and what is done, as in a sitting. Done stays done.

use super::looking::Looked;
use crate::commands::desk::Desk;
use crate::commands::place::Place;
use crate::commands::release;
use crate::commands::store::{self, Store};
use crate::session::order;
use crate::session::progress::{Progress, State};
use crate::session::tries;

/// Writes what was found, and puts our solution of everything that is done now where the learner finds it: the path of
/// the first one that was released. With `tries`, each check of an answer counts as one.
pub(super) fn record(
    desk: &Desk,
    place: &Place,
    store: &mut Store,
    looked: &[Looked],
    tries: bool,
) -> anyhow::Result<Option<String>> {
    let state = |progress: &Progress, index| order::state_of(&place.course, progress, index);
    let open: Vec<&Looked> = looked
        .iter()
        .filter(|looked| state(store.progress(), looked.index) != State::Done)
        .collect();
    let current = place.current(store.progress());
    let notices = store.change(|progress| {
        for looked in &open {
            note(progress, place, looked, tries, desk.now);
        }
        // Without a place of its own, done would mean gone on already.
        if tries && looked.iter().any(|looked| looked.index == current) {
            let id = &place.course.exercises[current].id;
            progress.here = Some(id.clone());
        }
    });
    store::tell(desk, &notices)?;
    let mut released = None;
    for looked in open.iter().filter(|looked| looked.passed()) {
        let paths = release::solution(place, looked.index)?;
        let path = paths.first().map(|path| desk.shown(&place.root.join(path)));
        released = released.or(path);
    }
    if open.iter().any(|looked| looked.passed()) {
        release::manifest(place, store.progress())?;
    }
    Ok(released)
}

fn note(progress: &mut Progress, place: &Place, looked: &Looked, tries: bool, now: u64) {
    let counts = tries && !looked.untouched && looked.checked.as_ref().is_some_and(tries::counts);
    if !counts && !looked.passed() {
        return;
    }
    let id = place.course.exercises[looked.index].id.clone();
    let record = progress.exercises.entry(id).or_default();
    record.attempts += u32::from(counts);
    if looked.passed() {
        record.state = State::Done;
        record.done_at = Some(now);
        record.hash_when_done = Some(looked.hash.clone());
    }
}
