//! A folder of its own for one check, gone when the check is over.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// `src/` holds what is compiled, `out/` what comes of it, `run/` is where the program runs.
pub(super) struct Scratch {
    folder: TempDir,
}

impl Scratch {
    pub(super) fn new(below: &Path) -> io::Result<Scratch> {
        let folder = tempfile::Builder::new().prefix("run-").tempdir_in(below)?;
        for part in ["src", "out", "run"] {
            std::fs::create_dir(folder.path().join(part))?;
        }
        Ok(Scratch { folder })
    }

    pub(super) fn src(&self) -> PathBuf {
        self.folder.path().join("src")
    }

    pub(super) fn out(&self) -> PathBuf {
        self.folder.path().join("out")
    }

    pub(super) fn run(&self) -> PathBuf {
        self.folder.path().join("run")
    }

    /// Where the probe writes.
    pub(super) fn report(&self) -> PathBuf {
        self.folder.path().join("report")
    }

    /// Writes a file below `src/`; its path is relative and was checked when the course was loaded.
    pub(super) fn write(&self, path: &str, text: &str) -> io::Result<()> {
        let target = self.src().join(path);
        if let Some(parent) = target.parent() {
            std::fs::create_dir_all(parent)?;
        }
        std::fs::write(target, text)
    }
}

/// 128 bits that a program cannot guess.
pub(super) fn nonce() -> String {
    let word = || RandomState::new().build_hasher().finish();
    format!("{:016x}{:016x}", word(), word())
}
