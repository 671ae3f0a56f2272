//! Files and folders. Own files are never half written, foreign ones are never trusted to be what they seem.

mod atomic;
mod backup;
mod copy;
mod list;
mod lock;
mod place;
mod read;
mod space;
mod temp;

pub use atomic::{WriteTrouble, write_atomic};
pub use backup::{Backup, back_up, backups, newest_backup, restore_newest};
pub use copy::{copy_out, write_new, write_tree};
pub use list::{folders_in, links_below, links_in, list_below, named_below, names_in};
pub use lock::{Lock, Locking};
pub use place::{PathTrouble, inside};
pub use read::{ReadTrouble, read_bounded, read_text};
pub use space::free_space;
pub use temp::TempFolder;

use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use super::retry::{FILE_PAUSES, is_held, retry};

/// The folder that the command was started in.
pub fn here() -> io::Result<PathBuf> {
    std::env::current_dir()
}

/// Absolute, without links; the path must exist. On Windows without the `\\?\` that programs stumble over.
pub fn canonical(path: &Path) -> io::Result<PathBuf> {
    let whole = fs::canonicalize(path)?;
    let plain = whole
        .to_str()
        .and_then(|text| text.strip_prefix(r"\\?\"))
        .filter(|rest| cfg!(windows) && rest.get(1..3) == Some(r":\") && rest.len() < 260)
        .map(PathBuf::from);
    Ok(plain.unwrap_or(whole))
}

/// Whether something stands at this path, be it a link that leads nowhere.
pub fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

pub fn is_folder(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|found| found.is_dir())
}

/// A regular file; a link to one counts.
pub fn is_file(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|found| found.is_file())
}

/// Makes the folder and those above it.
pub fn make_folder(path: &Path) -> io::Result<()> {
    fs::create_dir_all(path)
}

/// Whether a folder holds nothing; an error if it cannot be read.
pub fn is_empty_folder(path: &Path) -> io::Result<bool> {
    Ok(fs::read_dir(path)?.next().is_none())
}

/// Removes a file or a link; it is no error if there is none.
pub fn remove_file(path: &Path) -> io::Result<()> {
    gone_is_fine(retry(&FILE_PAUSES, is_held, || fs::remove_file(path)))
}

/// Removes a folder of ours with all that is in it; it is no error if there is none.
pub fn remove_folder(path: &Path) -> io::Result<()> {
    gone_is_fine(retry(&FILE_PAUSES, is_held, || fs::remove_dir_all(path)))
}

/// Removes a folder that holds nothing; an error if it does.
pub fn remove_empty_folder(path: &Path) -> io::Result<()> {
    fs::remove_dir(path)
}

/// Moves within one file system.
pub fn rename(from: &Path, to: &Path) -> io::Result<()> {
    retry(&FILE_PAUSES, is_held, || fs::rename(from, to))
}

fn gone_is_fine(outcome: io::Result<()>) -> io::Result<()> {
    match outcome {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        outcome => outcome,
    }
}

/// What stands at a path, in words, if it is no regular file: `a folder`, `a link`.
fn what_it_is(found: &Metadata) -> Option<&'static str> {
    let kind = found.file_type();
    if kind.is_file() {
        None
    } else if kind.is_dir() {
        Some("a folder")
    } else if kind.is_symlink() {
        Some("a link")
    } else {
        Some(special(&kind))
    }
}

#[cfg(unix)]
fn special(kind: &fs::FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt;
    if kind.is_fifo() {
        "a pipe"
    } else if kind.is_socket() {
        "a socket"
    } else {
        "a device"
    }
}

#[cfg(not(unix))]
fn special(_kind: &fs::FileType) -> &'static str {
    "something else"
}

#[cfg(test)]
mod tests;
