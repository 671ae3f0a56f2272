//! Where this machine remembers what belongs to its user and to no course.

use std::path::PathBuf;

use super::environment::variable;

/// Our folder for such things; it need not exist. `None` where the user has no home.
pub fn folder() -> Option<PathBuf> {
    let of = |name: &str| variable(name).map(PathBuf::from);
    let above = if cfg!(windows) {
        of("LOCALAPPDATA")
    } else {
        // What is not absolute is to be ignored, says the specification of these folders.
        let named = of("XDG_STATE_HOME").filter(|path| path.is_absolute());
        named.or_else(|| of("HOME").map(|home| home.join(".local/state")))
    };
    above
        .filter(|path| path.is_absolute())
        .map(|path| path.join("tutor"))
}
