//! Coming to another exercise: what `go`, `next` and `prev` have in common.

use super::desk::Desk;
use super::place::Place;
use super::store::{self, Store};
use super::{first_sight, release};
use crate::session::progress::Progress;
use crate::view::errand::{self, Named};

/// Makes it the current exercise, with whatever `change` has to be recorded on the way, and says where it is.
pub fn at(
    desk: &Desk,
    place: &Place,
    store: &mut Store,
    exercise: usize,
    change: impl FnOnce(&mut Progress),
) -> anyhow::Result<()> {
    // Without a copy only `reset` is less able, and it says so.
    let _ = first_sight::keep(place, store.progress());
    let id = place.course.exercises[exercise].id.clone();
    let notices = store.change(|progress| {
        change(progress);
        progress.here = Some(id);
    });
    store::tell(desk, &notices)?;
    // A folder that cannot be written was told of already; the editor then shows what it showed before.
    if notices.is_empty() {
        release::manifest(place, store.progress())?;
    }
    desk.say(&errand::here(&named(desk, place, exercise).borrowed()))
}

/// An exercise's own words for a sentence.
pub struct Words {
    number: String,
    title: String,
    path: String,
    link: String,
}

impl Words {
    pub fn borrowed(&self) -> Named<'_> {
        Named {
            number: &self.number,
            title: &self.title,
            path: &self.path,
            link: &self.link,
        }
    }
}

pub fn named(desk: &Desk, place: &Place, exercise: usize) -> Words {
    let found = &place.course.exercises[exercise];
    let file = place.root.join(found.main_file());
    Words {
        number: errand::number(&place.course, exercise),
        title: place.title(found),
        path: desk.shown(&file),
        link: file.to_string_lossy().into_owned(),
    }
}
