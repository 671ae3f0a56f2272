//! Folders of artefacts by key. Who used what last decides what goes; nobody is asked, so that two processes at once need
//! no lock: what was used within a day stays.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::super::files;

/// So many are kept, whatever their age.
const KEPT: usize = 10;
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// Whether this artefact is there. It counts as used now: its date says when that was.
pub fn used(artefact: &Path) -> bool {
    let file = File::options().write(true).open(artefact);
    // Where the date cannot be set, the artefact is still there.
    let set = file.and_then(|file| file.set_modified(SystemTime::now()));
    set.is_ok() || files::is_file(artefact)
}

/// Takes away the folders below `root` that were not used for longest, until few are left or the rest was used of late.
pub fn remove_unused(root: &Path) {
    let mut folders: Vec<(SystemTime, PathBuf)> = files::folders_in(root)
        .into_iter()
        .filter_map(|folder| Some((last_use(&folder)?, folder)))
        .collect();
    folders.sort_by(|one, other| other.cmp(one));
    let now = SystemTime::now();
    let is_old = |used: &SystemTime| now.duration_since(*used).is_ok_and(|age| age > DAY);
    for (used, folder) in folders.into_iter().skip(KEPT) {
        if is_old(&used) {
            remove(root, &folder);
        }
    }
}

/// The date of its newest file; its own, where it has none.
fn last_use(folder: &Path) -> Option<SystemTime> {
    let modified = |path: &Path| fs::metadata(path).and_then(|found| found.modified()).ok();
    let entries = fs::read_dir(folder).ok()?.flatten();
    let newest = entries
        .map(|entry| entry.path())
        .filter(|path| files::is_file(path))
        .filter_map(|path| modified(&path))
        .max();
    newest.or_else(|| modified(folder))
}

/// Renamed first: half an entry is never under its key.
fn remove(root: &Path, folder: &Path) {
    let Ok(going) = files::TempFolder::new_in(root, "going-") else {
        return;
    };
    let _ = fs::rename(folder, going.path().join("entry"));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn make(root: &Path, name: &str, hours_ago: u64) -> PathBuf {
        let artefact = root.join(name).join("artefact");
        files::make_folder(&root.join(name)).expect("a folder");
        let file = File::create(&artefact).expect("a file");
        let then = SystemTime::now() - Duration::from_secs(3600 * hours_ago);
        file.set_modified(then).expect("an older date");
        artefact
    }

    #[test]
    fn the_least_recently_used_go_when_there_are_many() {
        let root = files::TempFolder::new("tutor-used-").expect("a folder");
        let made: Vec<PathBuf> = (0..14_u64)
            .map(|n| make(root.path(), &format!("{n:02}"), 30 + n))
            .collect();
        assert!(used(&made[13]), "it is there, and used from now on");
        remove_unused(root.path());
        let left: Vec<bool> = made.iter().map(|artefact| artefact.exists()).collect();
        let wanted: Vec<bool> = (0..14).map(|n| n < 9 || n == 13).collect();
        assert_eq!(left, wanted);
        assert_eq!(
            files::folders_in(root.path()).len(),
            10,
            "and nothing else is left"
        );
    }

    #[test]
    fn what_was_used_within_a_day_stays() {
        let root = files::TempFolder::new("tutor-used-").expect("a folder");
        for n in 0..14_u64 {
            make(root.path(), &format!("{n:02}"), n);
        }
        remove_unused(root.path());
        assert_eq!(files::folders_in(root.path()).len(), 14);
    }

    #[test]
    fn what_is_not_there_is_not_used() {
        let root = files::TempFolder::new("tutor-used-").expect("a folder");
        assert!(!used(&root.path().join("artefact")));
        remove_unused(&root.path().join("nothing"));
    }
}
