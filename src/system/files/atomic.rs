//! Replacing a file so that at every moment either the old or the new text is there, whatever goes wrong.

use std::error::Error;
use std::fmt;
use std::fs::{self, File, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::super::retry::{FILE_PAUSES, is_held, retry};

/// Puts `bytes` at `path`, whose folder must exist. Written beside it first, synced, then renamed over it. What is
/// there already must be a regular file: a link is not followed, and not replaced.
pub fn write_atomic(path: &Path, bytes: &[u8]) -> Result<(), WriteTrouble> {
    let permissions = permissions_to_keep(path)?;
    replace(path, bytes, permissions).map_err(|error| WriteTrouble::new(path, &error))
}

fn replace(path: &Path, bytes: &[u8], permissions: Option<Permissions>) -> io::Result<()> {
    let folder = folder_of(path);
    let mut temp = new_temp(folder)?;
    temp.write_all(bytes)?;
    if let Some(permissions) = permissions {
        temp.as_file().set_permissions(permissions)?;
    }
    temp.as_file().sync_all()?;
    persist(temp, path)?;
    sync_folder(folder);
    Ok(())
}

fn persist(temp: NamedTempFile, path: &Path) -> io::Result<()> {
    let mut left = Some(temp);
    retry(&FILE_PAUSES, is_held, || {
        let Some(temp) = left.take() else {
            return Ok(());
        };
        temp.persist(path).map(drop).map_err(|failed| {
            left = Some(failed.file);
            failed.error
        })
    })
}

/// The modes of what is replaced; an error if that is no regular file.
fn permissions_to_keep(path: &Path) -> Result<Option<Permissions>, WriteTrouble> {
    match fs::symlink_metadata(path) {
        Ok(found) => match super::what_it_is(&found) {
            None => Ok(Some(found.permissions())),
            Some(what) => Err(WriteTrouble {
                path: path.to_owned(),
                why: format!("it is {what}, not a file"),
                full: false,
            }),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(WriteTrouble::new(path, &error)),
    }
}

/// Beside the file, for a rename does not cross file systems; with the modes that any new file gets.
fn new_temp(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".tutor-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

/// So that the rename itself survives a loss of power. Some file systems cannot, and Windows need not.
fn sync_folder(folder: &Path) {
    if cfg!(unix)
        && let Ok(folder) = File::open(folder)
    {
        let _ = folder.sync_all();
    }
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Why a file could not be written; what was there is still there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WriteTrouble {
    pub path: PathBuf,
    /// A fragment without a full stop: `the disk is full`.
    pub why: String,
    /// No space, or the quota is used up.
    pub full: bool,
}

impl WriteTrouble {
    pub(super) fn new(path: &Path, error: &io::Error) -> WriteTrouble {
        use io::ErrorKind::{
            NotFound, PermissionDenied, QuotaExceeded, ReadOnlyFilesystem, StorageFull,
        };
        let why = match error.kind() {
            StorageFull => "the disk is full".to_owned(),
            QuotaExceeded => "your disk quota is used up".to_owned(),
            ReadOnlyFilesystem => "the disk can only be read".to_owned(),
            PermissionDenied => "it may not be changed by you".to_owned(),
            NotFound => "its folder is not there".to_owned(),
            _ => error.to_string(),
        };
        let full = matches!(error.kind(), StorageFull | QuotaExceeded);
        WriteTrouble {
            path: path.to_owned(),
            why,
            full,
        }
    }
}

impl fmt::Display for WriteTrouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot write {}: {}", self.path.display(), self.why)
    }
}

impl Error for WriteTrouble {}
