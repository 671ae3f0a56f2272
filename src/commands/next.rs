//! `tutor next`: on to the next exercise that is not done. The one that is left is skipped, if it was not done.

use super::arrive::{self, named};
use super::desk::Desk;
use super::exit::Exit;
use super::store;
use crate::session::order;
use crate::session::progress::State;
use crate::view::errand;

pub fn run(desk: &Desk) -> anyhow::Result<Exit> {
    let (place, mut store) = store::open(desk)?;
    let path = order::on_track(&place.course, None);
    let here = place.current(store.progress());
    let left = order::state_of(&place.course, store.progress(), here);
    let Some(next) = order::next(&place.course, &path, store.progress(), here) else {
        let last = named(desk, &place, here);
        desk.say(&match left {
            State::Done => errand::all_done(),
            _ => errand::last_one(&last.borrowed()),
        })?;
        return Ok(Exit::Passed);
    };
    let id = place.course.exercises[here].id.clone();
    if left != State::Done {
        desk.say(&errand::skipped(&named(desk, &place, here).borrowed()))?;
    }
    arrive::at(desk, &place, &mut store, next, |progress| {
        let record = progress.exercises.entry(id).or_default();
        if record.state == State::Todo {
            record.state = State::Skipped;
        }
    })?;
    Ok(Exit::Passed)
}
