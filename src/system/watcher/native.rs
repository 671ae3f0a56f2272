//! The system's own telling of changes, in folders, never in files: an editor may put another file in a file's place.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

use notify::event::{AccessKind, AccessMode, ModifyKind, RenameMode};
use notify::{ErrorKind, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::core::Hint;
use super::disk::{self, Identity};
use super::driver::Message;

/// Nobody listens: nothing is known of a reason.
const DEAF: &str = "the system does not tell of changes here";

/// Folders that are listened to.
#[derive(Default)]
pub(super) struct Native {
    watcher: Option<RecommendedWatcher>,
    /// Wanted folders, and which one stood at that path when it was begun to be listened to.
    folders: BTreeMap<PathBuf, Option<Identity>>,
}

impl Native {
    /// Begins to listen; the error is why nothing can be heard, as a fragment.
    pub(super) fn start(outbox: Sender<Message>) -> Result<Native, String> {
        let tell = move |heard| drop(outbox.send(Message::Heard(heard)));
        let watcher = notify::recommended_watcher(tell).map_err(|error| why(&error))?;
        Ok(Native {
            watcher: Some(watcher),
            folders: BTreeMap::new(),
        })
    }

    /// These folders and no others.
    pub(super) fn want(&mut self, folders: Vec<PathBuf>) -> Result<(), String> {
        let gone: Vec<PathBuf> = self
            .folders
            .keys()
            .filter(|folder| !folders.contains(folder))
            .cloned()
            .collect();
        for folder in gone {
            self.folders.remove(&folder);
            self.unwatch(&folder);
        }
        for folder in folders {
            self.folders.entry(folder).or_default();
        }
        self.arm().map(drop)
    }

    /// Listens to folders that stand where they did not, or where another one stood. Gives whether there were any: then
    /// something may have been missed.
    pub(super) fn arm(&mut self) -> Result<bool, String> {
        let mut armed = false;
        let mut failure = None;
        for (folder, known) in self.folders.clone() {
            let found = disk::folder(&folder);
            if found == known {
                continue;
            }
            if known.is_some() {
                self.unwatch(&folder);
            }
            let heard = match found {
                Some(found) => self.watch(&folder).map(|()| Some(found)),
                None => Ok(None),
            };
            armed |= matches!(heard, Ok(Some(_)));
            let now = heard.unwrap_or_else(|why| {
                failure = Some(why);
                None
            });
            self.folders.insert(folder, now);
        }
        failure.map_or(Ok(armed), Err)
    }

    fn watch(&mut self, folder: &Path) -> Result<(), String> {
        let watcher = self.watcher.as_mut().ok_or(DEAF)?;
        watcher
            .watch(folder, RecursiveMode::NonRecursive)
            .map_err(|error| why(&error))
    }

    fn unwatch(&mut self, folder: &Path) {
        if let Some(watcher) = &mut self.watcher {
            // It may have gone with the folder.
            let _ = watcher.unwatch(folder);
        }
    }
}

/// What an event means for these files; `None`: nothing.
pub(super) fn hint(event: &notify::Event, files: &[PathBuf]) -> Option<Hint> {
    if event.need_rescan() {
        return Some(Hint::Complete);
    }
    let is_ours = |path: &PathBuf| files.contains(path);
    let is_folder = |path: &PathBuf| files.iter().any(|file| super::folder_of(file) == path);
    if !event.paths.iter().any(is_ours) {
        return event
            .paths
            .iter()
            .any(is_folder)
            .then_some(())
            .and(hint_of_folder(event.kind));
    }
    match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => Some(Hint::Complete),
        EventKind::Access(_) => None,
        EventKind::Modify(ModifyKind::Name(RenameMode::To)) => Some(Hint::Complete),
        EventKind::Modify(ModifyKind::Name(RenameMode::Both)) => {
            let arrives = event.paths.last().is_some_and(is_ours);
            Some(if arrives { Hint::Complete } else { Hint::Other })
        }
        EventKind::Modify(ModifyKind::Data(_)) if cfg!(target_os = "linux") => Some(Hint::Writing),
        _ => Some(Hint::Other),
    }
}

/// Of the folder itself: renamed, removed, or something in it that the system does not name.
fn hint_of_folder(kind: EventKind) -> Option<Hint> {
    match kind {
        EventKind::Access(_) => None,
        EventKind::Modify(ModifyKind::Metadata(_)) if cfg!(target_os = "linux") => None,
        _ => Some(Hint::Other),
    }
}

fn why(error: &notify::Error) -> String {
    const NO_SPACE: i32 = 28;
    const TOO_MANY: i32 = 24;
    const NOT_KNOWN: i32 = 38;
    match &error.kind {
        ErrorKind::MaxFilesWatch => "the system has no more watches to give".to_owned(),
        ErrorKind::Io(error) if cfg!(unix) => match error.raw_os_error() {
            Some(NO_SPACE | TOO_MANY) => "the system has no more watches to give".to_owned(),
            Some(NOT_KNOWN) => "this system does not tell of changes".to_owned(),
            _ => in_words(error),
        },
        ErrorKind::Io(error) => in_words(error),
        _ => "this system does not tell of changes here".to_owned(),
    }
}

fn in_words(error: &io::Error) -> String {
    format!("the system does not tell of changes here: {error}")
}

#[cfg(test)]
mod tests {
    use notify::Event;
    use notify::event::{CreateKind, DataChange, Flag, MetadataKind, RemoveKind};
    use proptest::prelude::*;

    use super::*;

    const FILE: &str = "/course/exercises/01_a/x.rs";

    fn hint_for(kind: EventKind, paths: &[&str]) -> Option<Hint> {
        let mut event = Event::new(kind);
        event.paths = paths.iter().map(PathBuf::from).collect();
        hint(&event, &[PathBuf::from(FILE)])
    }

    #[test]
    fn reading_is_no_hint() {
        for kind in [
            AccessKind::Read,
            AccessKind::Open(AccessMode::Any),
            AccessKind::Close(AccessMode::Read),
        ] {
            assert_eq!(hint_for(EventKind::Access(kind), &[FILE]), None);
        }
    }

    #[test]
    fn a_file_is_complete_when_it_is_closed_or_moved_in() {
        let closed = EventKind::Access(AccessKind::Close(AccessMode::Write));
        let renamed = |mode| EventKind::Modify(ModifyKind::Name(mode));
        assert_eq!(hint_for(closed, &[FILE]), Some(Hint::Complete));
        assert_eq!(
            hint_for(renamed(RenameMode::To), &[FILE]),
            Some(Hint::Complete)
        );
        assert_eq!(
            hint_for(renamed(RenameMode::Both), &["/course/tmp", FILE]),
            Some(Hint::Complete)
        );
        assert_eq!(
            hint_for(renamed(RenameMode::Both), &[FILE, "/course/tmp"]),
            Some(Hint::Other)
        );
        assert_eq!(
            hint_for(renamed(RenameMode::From), &[FILE]),
            Some(Hint::Other)
        );
    }

    #[test]
    fn all_else_waits_for_quiet() {
        let kinds = [
            EventKind::Create(CreateKind::File),
            EventKind::Remove(RemoveKind::File),
            EventKind::Modify(ModifyKind::Metadata(MetadataKind::Any)),
            EventKind::Any,
        ];
        for kind in kinds {
            assert_eq!(hint_for(kind, &[FILE]), Some(Hint::Other), "{kind:?}");
        }
        let written = EventKind::Modify(ModifyKind::Data(DataChange::Any));
        let hint = if cfg!(target_os = "linux") {
            Hint::Writing
        } else {
            Hint::Other
        };
        assert_eq!(hint_for(written, &[FILE]), Some(hint));
    }

    #[test]
    fn what_was_missed_is_read() {
        let event = Event::new(EventKind::Other).set_flag(Flag::Rescan);
        assert_eq!(hint(&event, &[PathBuf::from(FILE)]), Some(Hint::Complete));
    }

    #[test]
    fn the_folder_itself_may_go() {
        let removed = EventKind::Remove(RemoveKind::Folder);
        assert_eq!(
            hint_for(removed, &["/course/exercises/01_a"]),
            Some(Hint::Other)
        );
        assert_eq!(hint_for(removed, &["/course/exercises"]), None);
    }

    proptest! {
        /// W6, W23: an editor's own files are not ours, however they are called.
        #[test]
        fn only_the_very_name_is_ours(name in "(#|\\.#|\\.)?(x|y)?\\.?(rs)?(~|#|\\.tmp|\\.bck|\\.swp)?") {
            let path = format!("/course/exercises/01_a/{name}");
            let written = EventKind::Access(AccessKind::Close(AccessMode::Write));
            prop_assert_eq!(hint_for(written, &[&path]).is_some(), path == FILE);
        }
    }
}
