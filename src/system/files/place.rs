//! Paths that a course or a learner names must stay in their folder.

use std::error::Error;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// `root` joined with `relative` (parts separated by `/`), if that can only lie below `root`: no `..`, no absolute
/// path, no drive, and no symbolic link on the way or at its end. What is not there yet is fine.
pub fn inside(root: &Path, relative: &str) -> Result<PathBuf, PathTrouble> {
    let mut place = root.to_owned();
    let mut there = true;
    for part in relative.split('/') {
        if !is_plain(part) {
            return Err(PathTrouble::Leaves {
                path: relative.to_owned(),
            });
        }
        place.push(part);
        if there {
            match fs::symlink_metadata(&place) {
                Ok(found) if found.is_symlink() => {
                    return Err(PathTrouble::Link {
                        path: relative.to_owned(),
                        link: place,
                    });
                }
                outcome => there = outcome.is_ok(),
            }
        }
    }
    Ok(place)
}

/// A name that means one entry of its folder on every system.
fn is_plain(part: &str) -> bool {
    let odd = |c: char| c.is_control() || matches!(c, '\\' | ':');
    let for_windows = !part.ends_with(['.', ' ']) && !is_device(part);
    !part.is_empty()
        && part != "."
        && part != ".."
        && !part.contains(odd)
        && (!cfg!(windows) || for_windows)
}

/// `con`, `nul.rs`, `COM1`: Windows opens a device whatever the folder.
fn is_device(part: &str) -> bool {
    let stem = part
        .split('.')
        .next()
        .unwrap_or_default()
        .trim_end()
        .to_ascii_lowercase();
    let numbered = ["com", "lpt"].iter().any(|port| {
        let number = stem.strip_prefix(port);
        number.is_some_and(|n| n.chars().count() == 1)
    });
    numbered || ["con", "prn", "aux", "nul"].contains(&stem.as_str())
}

/// Why a path is not used. Its text is a whole fragment: `../x leads out of the course's folder`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PathTrouble {
    Leaves { path: String },
    Link { path: String, link: PathBuf },
}

impl fmt::Display for PathTrouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PathTrouble::Leaves { path } => write!(f, "{path:?} leads out of the course's folder"),
            PathTrouble::Link { path, link } => {
                write!(f, "{path} goes through a link, {}", link.display())
            }
        }
    }
}

impl Error for PathTrouble {}
