//! The environment that we were started in. Nobody else reads it.

use std::ffi::OsString;
use std::path::PathBuf;

/// An environment variable; an empty one counts as none.
pub fn variable(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}

/// The user's home folder, if it has a whole path.
pub fn home() -> Option<PathBuf> {
    let named = variable("HOME").or_else(|| variable("USERPROFILE"));
    named.map(PathBuf::from).filter(|home| home.is_absolute())
}

/// The words of the command line, our own name first.
pub fn arguments() -> Vec<OsString> {
    std::env::args_os().collect()
}
