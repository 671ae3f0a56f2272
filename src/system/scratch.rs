//! A folder of its own for one check, gone when the check is over.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::files::TempFolder;

/// How the folders' names begin.
const PREFIX: &str = "run-";

/// `src/` holds what is compiled, `out/` what comes of it, `run/` is where the program runs.
#[derive(Debug)]
pub struct Scratch {
    folder: TempFolder,
}

impl Scratch {
    /// Below an existing folder.
    pub fn new(below: &Path) -> io::Result<Scratch> {
        let folder = TempFolder::new_in(below, PREFIX)?;
        for part in ["src", "out", "run"] {
            std::fs::create_dir(folder.path().join(part))?;
        }
        Ok(Scratch { folder })
    }

    pub fn src(&self) -> PathBuf {
        self.folder.path().join("src")
    }

    pub fn out(&self) -> PathBuf {
        self.folder.path().join("out")
    }

    pub fn run(&self) -> PathBuf {
        self.folder.path().join("run")
    }

    /// Where the probe writes.
    pub fn report_path(&self) -> PathBuf {
        self.folder.path().join("report")
    }

    /// What the probe has written; nothing if it wrote nothing.
    pub fn report(&self) -> String {
        let bytes = std::fs::read(self.report_path()).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// Writes a file below `src/`, over one that is there. Its path is relative and was checked when the course was loaded.
    pub fn write(&self, path: &str, text: &str) -> io::Result<()> {
        let target = self.src().join(path);
        if let Some(parent) = target.parent() {
            std::fs::create_dir_all(parent)?;
        }
        std::fs::write(target, text)
    }

    /// Takes away what was compiled; another file may be written afterwards.
    pub fn clear_source(&self) -> io::Result<()> {
        match std::fs::remove_dir_all(self.src()) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// Moves what was made in `out/` to a place of its own, whole. Somebody else may have been quicker: then theirs is as good.
    pub fn keep_output(self, home: &Path) -> io::Result<()> {
        if let Some(parent) = home.parent() {
            std::fs::create_dir_all(parent)?;
        }
        match std::fs::rename(self.out(), home) {
            Err(_) if home.is_dir() => Ok(()),
            other => other,
        }
    }

    /// Takes away what the probe has written.
    pub fn clear_report(&self) -> io::Result<()> {
        match std::fs::remove_file(self.report_path()) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
}

/// Takes away what checks have left behind that could not clean up: those of a process that was killed.
/// Nothing of a check that still runs is that old.
pub fn sweep(below: &Path) {
    const OLD: Duration = Duration::from_secs(60 * 60);
    for entry in std::fs::read_dir(below).into_iter().flatten().flatten() {
        let is_ours = entry.file_name().to_string_lossy().starts_with(PREFIX);
        let age = entry
            .metadata()
            .and_then(|found| found.modified())
            .ok()
            .and_then(|at| at.elapsed().ok());
        if is_ours && age.is_some_and(|age| age > OLD) {
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}

/// 128 bits that a program cannot guess.
pub fn nonce() -> String {
    let word = || RandomState::new().build_hasher().finish();
    format!("{:016x}{:016x}", word(), word())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_old_folders_of_ours_are_swept() {
        let home = TempFolder::new("sweep-").expect("a folder");
        let make = |name: &str, hours: u64| {
            let folder = home.path().join(name);
            std::fs::create_dir(&folder).expect("a folder");
            let at = std::time::SystemTime::now() - Duration::from_secs(hours * 3600);
            std::fs::File::open(&folder)
                .and_then(|file| file.set_modified(at))
                .expect("an older time");
            folder
        };
        let (old, new, other) = (make("run-old", 2), make("run-new", 0), make("crates", 2));
        sweep(home.path());
        assert_eq!(
            [old.exists(), new.exists(), other.exists()],
            [false, true, true]
        );
    }
}
