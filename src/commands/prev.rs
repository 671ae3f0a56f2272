//! `tutor prev`: back to the exercise before, whatever its state.

use super::arrive::{self, named};
use super::desk::Desk;
use super::exit::Exit;
use super::store;
use crate::session::order;
use crate::view::errand;

pub fn run(desk: &Desk) -> anyhow::Result<Exit> {
    let (place, mut store) = store::open(desk)?;
    let path = order::on_track(&place.course, None);
    let here = place.current(store.progress());
    match order::previous(&path, here) {
        Some(previous) => arrive::at(desk, &place, &mut store, previous, |_| ())?,
        None => desk.say(&errand::first_already(
            &named(desk, &place, here).borrowed(),
        ))?,
    }
    Ok(Exit::Passed)
}
