//! The folder that tutor works in: whether it may be written to, whether a save in it is noticed, and what an editor
//! makes of it.

use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

use super::super::desk::Desk;
use super::super::place::{self, Kind, Place};
use super::super::store::{self, Store};
use super::trial::BuildFolder;
use crate::check::cargo_metadata;
use crate::course::{manifest, model};
use crate::session::order;
use crate::session::progress::State;
use crate::system::clock::Stopwatch;
use crate::system::files::{self, TempFolder};
use crate::system::toolchain::{self, Toolchain};
use crate::system::watcher::{Mode, Settings, Told, Watcher};
use crate::view::doctor::{Course, Folder, Membership, Saves};

/// Where it is looked: at the learner's or the course's folder around us, else at the one that we are in.
pub(super) struct Site {
    pub(super) root: PathBuf,
    kind: Option<Kind>,
    /// If it can be read.
    place: Option<Place>,
}

impl Site {
    pub(super) fn of(desk: &Desk) -> Site {
        let found = place::find(desk).ok();
        let kind = found.as_ref().map(|(_, kind)| *kind);
        let here = || {
            desk.globals
                .course
                .as_ref()
                .map_or_else(|| desk.here.clone(), |named| desk.here.join(named))
        };
        Site {
            root: found.map_or_else(here, |(root, _)| root),
            kind,
            place: kind.and_then(|_| place::open(desk).ok()),
        }
    }

    pub(super) fn place(&self) -> Option<&Place> {
        self.place.as_ref()
    }

    /// Where checks build, if there is a course and its folder may be written to.
    pub(super) fn build(&self) -> Option<BuildFolder> {
        let temporary = || {
            TempFolder::new("tutor-doctor-")
                .ok()
                .map(BuildFolder::Temporary)
        };
        let Some(kind) = self.kind else {
            return temporary();
        };
        let own = store::build_folder(&self.root, kind);
        own.map_or_else(|_| temporary(), |own| Some(BuildFolder::Own(own)))
    }
}

pub(super) fn examine(desk: &Desk, site: &Site, toolchain: Option<&Toolchain>) -> Folder {
    let ours = scratch(site);
    let course = match (&site.place, site.kind) {
        (Some(place), _) => Course::Read(membership(desk, place, toolchain)),
        (None, Some(_)) => Course::Unreadable,
        (None, None) => Course::None,
    };
    Folder {
        shown: site.root.display().to_string(),
        course,
        free: files::free_space(&site.root),
        saves: ours.as_ref().ok().map(|ours| saves(ours.path())),
        writable: ours.map(drop),
    }
}

/// A folder of ours for some moments, where tutor writes; why there can be none, as a fragment.
fn scratch(site: &Site) -> Result<TempFolder, String> {
    let below = match site.kind {
        Some(kind) => {
            store::own_folder(&site.root, kind)?;
            site.root.join(".tutor")
        }
        None => site.root.clone(),
    };
    let made = TempFolder::new_in(&below, ".tutor-doctor-").map_err(|error| error.to_string())?;
    let file = made.path().join(FILE);
    files::write_atomic(&file, b"before").map_err(|trouble| trouble.why)?;
    Ok(made)
}

/// The file that is saved.
const FILE: &str = "saved.rs";

/// How long a save may take to be noticed.
const PATIENCE: Duration = Duration::from_secs(5);

/// Watches a file as a sitting does, saves it, and waits for the news.
fn saves(folder: &Path) -> Saves {
    let (send, told) = mpsc::channel();
    let settings = Settings {
        root: folder.to_owned(),
        ours: Some(folder.to_owned()),
        only_look: false,
    };
    let tell = move |news| {
        // Nobody listens any more: it was noticed.
        let _ = send.send(news);
    };
    let Ok(watcher) = Watcher::start(settings, tell) else {
        return Saves::NotNoticed;
    };
    watcher.retarget(&[FILE.to_owned()]);
    let watch = Stopwatch::start();
    if files::write_atomic(&folder.join(FILE), b"after").is_err() {
        return Saves::NotNoticed;
    }
    let mut only_looks = None;
    while let Some(left) = PATIENCE.checked_sub(watch.elapsed()) {
        match told.recv_timeout(left) {
            Ok(Told::Changed(_)) => {
                return only_looks.map_or(Saves::Heard(watch.elapsed()), Saves::Looked);
            }
            Ok(Told::Mode(Mode::Looking { why, .. })) => only_looks = Some(why),
            Ok(Told::Mode(Mode::Listening)) => only_looks = None,
            Ok(Told::Mode(Mode::Gone { .. })) => {}
            Err(_) => break,
        }
    }
    Saves::NotNoticed
}

/// Asks cargo, as rust-analyzer does, whether the current exercise's file is part of a program.
fn membership(desk: &Desk, place: &Place, toolchain: Option<&Toolchain>) -> Membership {
    let (store, _) = Store::open(place, desk.now);
    let current = place.current(store.progress());
    let exercise = &place.course.exercises[current];
    let done = order::state_of(&place.course, store.progress(), current) == State::Done;
    if exercise.kind == model::Kind::Predict && !done {
        return Membership::Hidden;
    }
    let tools = toolchain.and_then(|found| Some((found, found.cargo.as_deref()?)));
    let Some((toolchain, cargo)) = tools else {
        return Membership::NotAsked;
    };
    let args = [
        "metadata",
        "--offline",
        "--no-deps",
        "--format-version",
        "1",
    ];
    let home = match place.kind {
        Kind::Learner => manifest::OWN,
        Kind::Course => manifest::ASIDE,
    };
    let folder = place.root.join(home.folder());
    if !files::is_file(&folder.join("Cargo.toml")) {
        return Membership::Stranger;
    }
    let metadata = match toolchain::question(toolchain, cargo, &args, &folder) {
        Ok(metadata) => metadata,
        Err(said) => return Membership::Unreadable(said),
    };
    let file = place.root.join(exercise.main_file());
    let file = files::canonical(&file).unwrap_or(file);
    let target = cargo_metadata::target_of(&metadata, &file.to_string_lossy());
    target.map_or(Membership::Stranger, |target| Membership::Member { target })
}
