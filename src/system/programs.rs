//! Programs by their names, as a shell would find them.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The program of this name on the search path; a name with a folder in it is that file. Relative entries of the search
/// path are passed over: what runs does not depend on the folder that one is in.
pub fn find(env: &dyn Fn(&str) -> Option<OsString>, name: &Path) -> Option<PathBuf> {
    if name.components().count() > 1 {
        return is_runnable(name).then(|| name.to_owned());
    }
    let path = env("PATH").unwrap_or_default();
    let endings = endings(env);
    std::env::split_paths(&path)
        .filter(|folder| folder.is_absolute())
        .flat_map(|folder| {
            endings
                .iter()
                .map(move |ending| with_ending(&folder.join(name), ending))
        })
        .find(|place| is_runnable(place))
}

/// On Windows a program may be a script (`code.cmd`), and goes without its ending.
fn endings(env: &dyn Fn(&str) -> Option<OsString>) -> Vec<String> {
    if !cfg!(windows) {
        return vec![String::new()];
    }
    let known = env("PATHEXT").unwrap_or_else(|| ".EXE;.CMD;.BAT".into());
    let known = known.to_string_lossy();
    let known = known.split(';').map(str::to_owned);
    known.chain([String::new()]).collect()
}

fn with_ending(place: &Path, ending: &str) -> PathBuf {
    let mut place = place.as_os_str().to_owned();
    place.push(ending);
    place.into()
}

#[cfg(unix)]
pub(super) fn is_runnable(place: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    let found = std::fs::metadata(place);
    found.is_ok_and(|found| found.is_file() && found.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
pub(super) fn is_runnable(place: &Path) -> bool {
    place.is_file()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn programs_are_found_on_the_search_path_or_where_they_are_named() {
        let env = |name: &str| (name == "PATH").then(|| OsString::from("bin:/nowhere:/bin"));
        let found = |name: &str| find(&env, Path::new(name));
        assert_eq!(found("sh"), Some(PathBuf::from("/bin/sh")));
        assert_eq!(found("/bin/sh"), Some(PathBuf::from("/bin/sh")));
        assert_eq!(found("no-such-program"), None);
        assert_eq!(found("/bin"), None);
    }
}
