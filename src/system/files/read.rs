//! Reading a file that may be anything: missing, a pipe, a link, without end.

use std::error::Error;
use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::path::Path;

/// All bytes of a regular file, if there are not more than `max`. A link is not followed; a pipe is not waited for.
pub fn read_bounded(path: &Path, max: u64) -> Result<Vec<u8>, ReadTrouble> {
    let file = open(path).map_err(|error| trouble(path, &error))?;
    let found = file.metadata().map_err(|error| trouble(path, &error))?;
    if let Some(what) = super::what_it_is(&found) {
        return Err(ReadTrouble::NotAFile { what });
    }
    if found.len() > max {
        return Err(ReadTrouble::TooLarge { max });
    }
    let mut bytes = Vec::with_capacity(usize::try_from(found.len()).unwrap_or(0));
    let read = file.take(max.saturating_add(1)).read_to_end(&mut bytes);
    read.map_err(|error| trouble(path, &error))?;
    if bytes.len() as u64 > max {
        return Err(ReadTrouble::TooLarge { max });
    }
    Ok(bytes)
}

/// The same as text.
pub fn read_text(path: &Path, max: u64) -> Result<String, ReadTrouble> {
    String::from_utf8(read_bounded(path, max)?).map_err(|_| ReadTrouble::NotText)
}

#[cfg(unix)]
fn open(path: &Path) -> io::Result<File> {
    use rustix::fs::OFlags;
    use std::os::unix::fs::OpenOptionsExt;
    let flags = OFlags::NONBLOCK | OFlags::NOFOLLOW | OFlags::NOCTTY;
    let flags = i32::try_from(flags.bits()).unwrap_or(0);
    OpenOptions::new().read(true).custom_flags(flags).open(path)
}

#[cfg(not(unix))]
fn open(path: &Path) -> io::Result<File> {
    if fs::symlink_metadata(path)?.is_symlink() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    OpenOptions::new().read(true).open(path)
}

/// The error alone does not always say what stands there: a second look does.
fn trouble(path: &Path, error: &io::Error) -> ReadTrouble {
    if error.kind() == io::ErrorKind::NotFound {
        return ReadTrouble::Missing;
    }
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_symlink() => ReadTrouble::Link,
        Ok(found) => match super::what_it_is(&found) {
            Some(what) => ReadTrouble::NotAFile { what },
            None if error.kind() == io::ErrorKind::PermissionDenied => ReadTrouble::Forbidden,
            None => ReadTrouble::Other {
                why: error.to_string(),
            },
        },
        Err(_) if error.kind() == io::ErrorKind::NotADirectory => ReadTrouble::Missing,
        Err(_) if error.kind() == io::ErrorKind::PermissionDenied => ReadTrouble::Forbidden,
        Err(_) => ReadTrouble::Other {
            why: error.to_string(),
        },
    }
}

/// Why a file could not be read. Its text continues a sentence that began with the file's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadTrouble {
    Missing,
    /// A folder, a pipe, a device.
    NotAFile {
        what: &'static str,
    },
    /// A symbolic link, wherever it leads.
    Link,
    TooLarge {
        max: u64,
    },
    /// Not UTF-8; only where text was asked for.
    NotText,
    Forbidden,
    Other {
        why: String,
    },
}

impl fmt::Display for ReadTrouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReadTrouble::Missing => f.write_str("is not there"),
            ReadTrouble::NotAFile { what } => write!(f, "is {what}, not a file"),
            ReadTrouble::Link => f.write_str("is a link to another place, not a file"),
            ReadTrouble::TooLarge { max } => write!(f, "is larger than {}", size(*max)),
            ReadTrouble::NotText => f.write_str("is not UTF-8 text"),
            ReadTrouble::Forbidden => f.write_str("may not be read by you"),
            ReadTrouble::Other { why } => write!(f, "cannot be read: {why}"),
        }
    }
}

impl Error for ReadTrouble {}

/// In the largest unit that gives a whole number.
fn size(bytes: u64) -> String {
    const UNITS: [(u64, &str); 2] = [(1 << 20, "MiB"), (1 << 10, "KiB")];
    let unit = UNITS
        .iter()
        .find(|(unit, _)| bytes >= *unit && bytes.is_multiple_of(*unit));
    match unit {
        Some((unit, name)) => format!("{} {name}", bytes / unit),
        None => format!("{bytes} bytes"),
    }
}
