//! New files: what is there already is never touched.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::Path;

use super::read::read_bounded;

/// Copies a regular file of at most `max` bytes to a place that has nothing yet, and makes the folders above it.
pub fn copy_out(from: &Path, to: &Path, max: u64) -> anyhow::Result<()> {
    use anyhow::Context;
    let bytes = read_bounded(from, max)
        .map_err(|trouble| anyhow::anyhow!("{} {trouble}", from.display()))?;
    write_new(to, &bytes).with_context(|| format!("copy {} to {}", from.display(), to.display()))
}

/// Writes a whole tree below `root`, paths with `/`, where there is nothing of it yet. Its files are not synced one by
/// one: a tree that is not whole is thrown away, so nothing hangs on half of it.
pub fn write_tree<'a>(
    root: &Path,
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
) -> anyhow::Result<()> {
    use anyhow::Context;
    for (path, bytes) in files {
        let place = super::inside(root, path)?;
        if let Some(folder) = place.parent() {
            std::fs::create_dir_all(folder)
                .with_context(|| format!("make {}", folder.display()))?;
        }
        let opened = OpenOptions::new().write(true).create_new(true).open(&place);
        let written = opened.and_then(|mut file| file.write_all(bytes));
        written.with_context(|| format!("write {}", place.display()))?;
    }
    Ok(())
}

/// Writes a file where there is nothing yet, and makes the folders above it. A half-written one is taken away again.
pub fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if written.is_err() {
        drop(file);
        let _ = std::fs::remove_file(path);
    }
    written
}
