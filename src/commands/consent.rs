//! Nothing of a course runs before the user has said yes to it. The course that is built in needs no yes.
//!
//! A yes is remembered on the machine, never in the folder: a folder could bring its own. In a learner's folder it
//! holds for the course's bytes; in a course's own folder, where an author changes them, for the folder.

use std::path::{Path, PathBuf};

use super::desk::Desk;
use super::digest;
use super::exit::Exit;
use super::place::{Kind, Place};
use super::stop::Stop;
use crate::session::trust::Trusted;
use crate::system::{cache, environment, files, state};
use crate::view::consent::{self, Stranger};

/// The user's own list, below [`state::folder`].
const FILE: &str = "trusted";
const MOST: u64 = 1 << 20;

/// What the list says of a course that nobody was asked about.
const BUILTIN: &str = concat!("built into tutor ", env!("CARGO_PKG_VERSION"));

/// Stops, with [`Exit::NoCourse`], unless the course of this place may run its code.
pub fn demand(desk: &Desk, place: &Place) -> anyhow::Result<()> {
    if desk.globals.trust {
        return Ok(());
    }
    let digest = digest::of_place(place);
    if digest::is_builtin(&digest) {
        // A later version brings another course, and would take this one for a stranger's.
        let _ = write(&digest, BUILTIN);
        return Ok(());
    }
    let own_folder = place.kind == Kind::Course;
    let key = key(place, &digest);
    if remembered().contains(&key) {
        return Ok(());
    }
    let stranger = Stranger {
        course: &place.course,
        dir: &place.root.display().to_string(),
        digest: &digest,
        own_folder,
    };
    ask(desk, &stranger)?;
    remember(desk, &key, &about(place))
}

/// Whether the course of this place may run its code without a question.
pub fn is_given(desk: &Desk, place: &Place) -> bool {
    let known =
        |digest: &str| digest::is_builtin(digest) || remembered().contains(&key(place, digest));
    desk.globals.trust || known(&digest::of_place(place))
}

/// The folder whose toolchain is meant: a file in the course's may name programs of its own as the compiler, so it counts
/// only where the course may run its code.
pub fn toolchain_folder(desk: &Desk, place: Option<&Place>) -> PathBuf {
    match place.filter(|place| is_given(desk, place)) {
        Some(place) => place.root.clone(),
        None => neutral_folder(&desk.here),
    }
}

/// Where nobody but the user can have put anything.
pub fn neutral_folder(here: &Path) -> PathBuf {
    let top = || here.ancestors().last().unwrap_or(here).to_owned();
    environment::home().unwrap_or_else(top)
}

/// Stops unless the course is exactly the one that was named; naming it is a yes.
pub fn demand_digest(wanted: &str, found: &str) -> Result<(), Stop> {
    if wanted.eq_ignore_ascii_case(found) {
        return Ok(());
    }
    Err(Stop::new(
        Exit::NoCourse,
        consent::another_digest(wanted, found),
    ))
}

fn ask(desk: &Desk, stranger: &Stranger<'_>) -> anyhow::Result<()> {
    desk.complain(&consent::stranger(stranger))?;
    let no = match desk.ask(consent::question(stranger))? {
        Some(true) => return Ok(()),
        Some(false) => consent::refused(),
        None => consent::nobody_to_ask(),
    };
    Err(Stop::new(Exit::NoCourse, no).into())
}

fn remember(desk: &Desk, key: &str, about: &str) -> anyhow::Result<()> {
    match write(key, about) {
        Ok(()) => Ok(()),
        Err(why) => desk.notice(&consent::not_remembered(&why)),
    }
}

fn write(key: &str, about: &str) -> Result<(), String> {
    let path = list().ok_or("you have no home folder")?;
    let known = remembered();
    if known.contains(key) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        files::make_folder(folder).map_err(|error| error.to_string())?;
    }
    let text = known.with(key, about);
    files::write_atomic(&path, text.as_bytes()).map_err(|trouble| trouble.why)
}

fn remembered() -> Trusted {
    let text = list().and_then(|path| files::read_text(&path, MOST).ok());
    Trusted::read(text.unwrap_or_default())
}

fn list() -> Option<PathBuf> {
    state::folder().map(|folder| folder.join(FILE))
}

fn about(place: &Place) -> String {
    match place.kind {
        Kind::Learner => place.course.title.clone(),
        Kind::Course => format!("{} in {}", place.course.title, place.root.display()),
    }
}

/// What a yes is remembered by.
fn key(place: &Place, digest: &str) -> String {
    match place.kind {
        Kind::Course => key_of_folder(&place.root),
        Kind::Learner => digest.to_owned(),
    }
}

fn key_of_folder(root: &Path) -> String {
    let root = files::canonical(root).unwrap_or_else(|_| root.to_owned());
    cache::hash(&[b"folder", root.as_os_str().as_encoded_bytes()])
}
