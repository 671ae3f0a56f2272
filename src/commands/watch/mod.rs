//! `tutor watch`: the sitting. Saves, keys and finished checks come through one channel; [`crate::session`] says what they
//! mean, and what is to be done is done here.

mod effects;
mod material;
pub(super) mod pick;
mod surface;
mod table;

use std::sync::mpsc::{self, Sender};
use std::thread;

use anyhow::Context;

use super::consent;
use super::desk::Desk;
use super::exit::Exit;
use super::place::Place;
use super::review::{self, Asked};
use super::store::{self, Store};
use super::{first_sight, list};
use crate::cli::Watch;
use crate::session::calendar;
use crate::session::sitting::Sitting;
use crate::system::process::Cancel;
use crate::system::watcher::{self, Told, Watcher};
use crate::view::sitting::Surroundings;
use surface::Surface;
use table::{Message, Table};

pub fn run(desk: &Desk, args: &Watch) -> anyhow::Result<Exit> {
    let (place, store) = store::open(desk)?;
    let path = list::on_track(&place.course, args.track.as_deref())?;
    consent::demand(desk, &place)?;
    // Without a copy only `reset` is less able, and it says so.
    let _ = first_sight::keep(&place, store.progress());
    let due = review::askable(&place, store.progress(), calendar::day(desk.now)).len();
    let material = material::gather(&place, path, args.auto_next);
    let sitting = Sitting::new(material, store.progress().clone()).with_due(due);
    sit(desk, &place, store, sitting, &[])
}

/// Sits until the learner leaves. `asked`: what a sitting of reviews goes through, one text for each exercise of the
/// place's course; empty for any other.
pub(super) fn sit(
    desk: &Desk,
    place: &Place,
    store: Store,
    sitting: Sitting,
    asked: &[Asked],
) -> anyhow::Result<Exit> {
    let (send, inbox) = mpsc::channel();
    let surface = Surface::open(desk, send.clone())?;
    let watcher = watch(place, send.clone(), Message::Watched)?;
    let others = watch(place, send.clone(), |_| Message::Others)?;
    others.retarget(&[store::FILE.to_owned()]);
    thread::scope(|scope| {
        let table = Table {
            desk,
            place,
            asked,
            checker: None,
            outdated: None,
            waiting: None,
            scope,
            send,
            inbox,
            store,
            sitting,
            surface,
            watcher,
            _others: others,
            surroundings: Surroundings::default(),
            running: None,
            ending: Cancel::new(),
            told: Vec::new(),
        };
        table.run()
    })
}

/// Sees saves from now on; which files, each exercise says.
fn watch(
    place: &Place,
    send: Sender<Message>,
    message: impl Fn(Told) -> Message + Send + 'static,
) -> anyhow::Result<Watcher> {
    let settings = watcher::Settings {
        root: place.root.clone(),
        ours: Some(place.root.join(".tutor")),
        only_look: false,
    };
    let tell = move |told| {
        // Nobody listens any more: the sitting is over.
        let _ = send.send(message(told));
    };
    Watcher::start(settings, tell).context("watch the files")
}

#[cfg(test)]
mod tests {
    use super::super::checker;
    use super::*;
    use crate::engine::AnswerFile;

    /// Else each exercise would be checked twice when it is entered.
    #[test]
    fn the_watcher_and_a_check_give_the_same_bytes_the_same_hash() {
        let file = |path: &str, bytes: Option<&[u8]>| AnswerFile {
            path: path.to_owned(),
            bytes: bytes.map(<[u8]>::to_vec),
        };
        let files = [
            file("exercises/01_a/01_b.rs", Some(b"fn main() {}")),
            file("exercises/01_a/c.rs", None),
        ];
        let named = files
            .iter()
            .map(|file| (file.path.as_str(), file.bytes.as_deref()));
        assert_eq!(watcher::bytes_of(named).0, checker::hash(&files));
    }
}
