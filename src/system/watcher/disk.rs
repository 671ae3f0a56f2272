//! What the watched files are now.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::super::cache;
use super::super::files::read_bounded;
use crate::session::event::Bytes;

/// Exercises are pages, not books.
const LARGEST: u64 = 16 << 20;

/// One reading of all files.
pub(super) struct Reading {
    pub(super) bytes: Bytes,
    /// One of them is missing, unreadable or empty.
    pub(super) doubtful: bool,
}

/// The hash of an exercise's files: of their names, and of what is in them. `None`: it cannot be read.
pub fn bytes_of<'a>(files: impl IntoIterator<Item = (&'a str, Option<&'a [u8]>)>) -> Bytes {
    let mut parts: Vec<&[u8]> = Vec::new();
    for (name, bytes) in files {
        parts.push(name.as_bytes());
        parts.push(if bytes.is_some() { b"+" } else { b"-" });
        parts.push(bytes.unwrap_or_default());
    }
    Bytes(cache::hash(&parts))
}

pub(super) fn read(root: &Path, files: &[String]) -> Reading {
    let texts: Vec<Option<Vec<u8>>> = files
        .iter()
        .map(|file| read_bounded(&root.join(file), LARGEST).ok())
        .collect();
    let named = files
        .iter()
        .map(String::as_str)
        .zip(texts.iter().map(Option::as_deref));
    Reading {
        bytes: bytes_of(named),
        doubtful: texts
            .iter()
            .any(|text| text.as_ref().is_none_or(Vec::is_empty)),
    }
}

/// What can be seen of a file without reading it. Two that are equal may still differ in their bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Outside {
    size: u64,
    modified: Option<SystemTime>,
    identity: Identity,
}

/// Where a file or folder lies on its disk, and when that was last changed: not even a restored time of modification
/// hides a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Identity {
    device: u64,
    number: u64,
    changed: (i64, i64),
}

pub(super) fn outside(file: &Path) -> Option<Outside> {
    let found = fs::symlink_metadata(file).ok()?;
    Some(Outside {
        size: found.len(),
        modified: found.modified().ok(),
        identity: identity(&found),
    })
}

/// Which folder stands at this path now.
pub(super) fn folder(path: &Path) -> Option<Identity> {
    let found = fs::metadata(path).ok().filter(fs::Metadata::is_dir)?;
    Some(Identity {
        changed: (0, 0),
        ..identity(&found)
    })
}

#[cfg(unix)]
fn identity(found: &fs::Metadata) -> Identity {
    use std::os::unix::fs::MetadataExt;
    Identity {
        device: found.dev(),
        number: found.ino(),
        changed: (found.ctime(), found.ctime_nsec()),
    }
}

#[cfg(not(unix))]
fn identity(_found: &fs::Metadata) -> Identity {
    Identity::default()
}

/// The files as they are named, and as they lie on the disk.
#[derive(Debug, Default)]
pub(super) struct Files {
    pub(super) names: Vec<String>,
    pub(super) places: Vec<PathBuf>,
    seen: Vec<Option<Outside>>,
}

impl Files {
    pub(super) fn new(root: &Path, names: Vec<String>) -> Files {
        let places: Vec<PathBuf> = names.iter().map(|name| root.join(name)).collect();
        let mut files = Files {
            names,
            places,
            seen: Vec::new(),
        };
        files.look();
        files
    }

    /// Whether anything can be seen to have changed since it was looked at last.
    pub(super) fn look(&mut self) -> bool {
        let now: Vec<Option<Outside>> = self.places.iter().map(|place| outside(place)).collect();
        let changed = now != self.seen;
        self.seen = now;
        changed
    }
}
