//! The environment that we were started in. Nobody else reads it.

use std::ffi::OsString;

/// An environment variable; an empty one counts as none.
pub fn variable(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}

/// The words of the command line, our own name first.
pub fn arguments() -> Vec<OsString> {
    std::env::args_os().collect()
}
