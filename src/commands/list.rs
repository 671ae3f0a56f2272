//! `tutor list`: every exercise, what is done, and what it has cost. In a terminal one finds an exercise as one types, and
//! goes there; elsewhere it is a table.

use super::arrive;
use super::desk::Desk;
use super::exit::Exit;
use super::place::{Kind, Place};
use super::stop::Stop;
use super::store::{self, Store};
use super::watch::pick::{self, Picked};
use crate::cli::{List, ListFormat};
use crate::course::model::Course;
use crate::session::order;
use crate::view::faults;
use crate::view::listing::{self, Listing};

pub fn run(desk: &Desk, args: &List) -> anyhow::Result<Exit> {
    let (place, mut store) = store::open(desk)?;
    if place.kind == Kind::Course {
        desk.notice(&faults::warnings(&place.warnings))?;
    }
    let shown = on_track(&place.course, args.track.as_deref())?;
    if args.format == ListFormat::Text && desk.terminal.is_interactive() && !desk.globals.plain {
        return choose(desk, &place, &mut store, shown);
    }
    let titles: Vec<String> = place
        .course
        .exercises
        .iter()
        .map(|exercise| place.title(exercise))
        .collect();
    let here = place.course.exercises[place.current(store.progress())]
        .id
        .clone();
    let listing = Listing {
        course: &place.course,
        progress: store.progress(),
        here: &here,
        titles: &titles,
        shown: &shown,
    };
    match args.format {
        ListFormat::Text => desk.say(&listing.table())?,
        ListFormat::Json => desk.put(listing.json().as_bytes())?,
    }
    Ok(Exit::Passed)
}

fn choose(
    desk: &Desk,
    place: &Place,
    store: &mut Store,
    shown: Vec<usize>,
) -> anyhow::Result<Exit> {
    Ok(match pick::pick(desk, place, store.progress(), shown)? {
        Picked::Exercise(exercise) => {
            arrive::at(desk, place, store, exercise, |_| ())?;
            Exit::Passed
        }
        Picked::Nothing => Exit::Passed,
        Picked::Interrupted => Exit::Interrupted,
    })
}

/// The exercises of a track; a track that no exercise names is a slip.
pub fn on_track(course: &Course, track: Option<&str>) -> Result<Vec<usize>, Stop> {
    let shown = order::on_track(course, track);
    match track {
        Some(track) if shown.is_empty() => {
            let lines = listing::no_such_track(course, track);
            Err(Stop::new(Exit::Usage, lines))
        }
        _ => Ok(shown),
    }
}
