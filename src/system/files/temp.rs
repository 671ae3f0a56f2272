//! Folders that are gone when their owner is.

use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// A new folder of its own, removed with all that is in it when this is dropped.
#[derive(Debug)]
pub struct TempFolder(TempDir);

impl TempFolder {
    /// In `below`, which must exist; its name begins with `prefix`.
    pub fn new_in(below: &Path, prefix: &str) -> io::Result<TempFolder> {
        let made = tempfile::Builder::new().prefix(prefix).tempdir_in(below)?;
        Ok(TempFolder(made))
    }

    /// Where the system keeps temporary files.
    pub fn new(prefix: &str) -> io::Result<TempFolder> {
        TempFolder::new_in(&std::env::temp_dir(), prefix)
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// It stays from now on.
    pub fn keep(self) -> PathBuf {
        self.0.keep()
    }
}
