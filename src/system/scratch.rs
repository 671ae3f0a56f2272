//! A folder of its own for one check, gone when the check is over.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::io;
use std::path::{Path, PathBuf};

use super::files::TempFolder;

/// `src/` holds what is compiled, `out/` what comes of it, `run/` is where the program runs.
#[derive(Debug)]
pub struct Scratch {
    folder: TempFolder,
}

impl Scratch {
    /// Below an existing folder.
    pub fn new(below: &Path) -> io::Result<Scratch> {
        let folder = TempFolder::new_in(below, "run-")?;
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
}

/// 128 bits that a program cannot guess.
pub fn nonce() -> String {
    let word = || RandomState::new().build_hasher().finish();
    format!("{:016x}{:016x}", word(), word())
}
