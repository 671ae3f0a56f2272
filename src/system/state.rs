//! Where this machine remembers what belongs to its user and to no course.

use std::path::PathBuf;

use super::environment::variable;

/// Our folder for what the user has decided; it need not exist. `None` where the user has no home.
pub fn folder() -> Option<PathBuf> {
    below_home("XDG_STATE_HOME", ".local/state")
}

/// Our folder for what can be found out again.
pub fn caches() -> Option<PathBuf> {
    below_home("XDG_CACHE_HOME", ".cache")
}

fn below_home(named: &str, usual: &str) -> Option<PathBuf> {
    let of = |name: &str| variable(name).map(PathBuf::from);
    let above = if cfg!(windows) {
        of("LOCALAPPDATA")
    } else {
        // What is not absolute is to be ignored, says the specification of these folders.
        let named = of(named).filter(|path| path.is_absolute());
        named.or_else(|| of("HOME").map(|home| home.join(usual)))
    };
    above
        .filter(|path| path.is_absolute())
        .map(|path| path.join("tutor"))
}
