//! The workflow for GitHub Classroom in a learner's folder.

use std::path::Path;

use anyhow::Context;

use super::desk::Desk;
use super::digest;
use super::source::Source;
use crate::system::files;
use crate::view::classroom;

/// Writes it for the course that the folder has now. One that somebody has edited is kept as a copy.
pub fn write(desk: &Desk, root: &Path, source: &Source) -> anyhow::Result<()> {
    let path = classroom::PATH;
    let digest = digest::of_files(&source.files);
    let text = classroom::workflow(&source.course, env!("CARGO_PKG_VERSION"), &digest);
    let place = files::inside(root, path)?;
    let there = files::read_bounded(&place, 1 << 20).ok();
    let kept = match there {
        Some(found) if found != text.as_bytes() => files::back_up(root, path, desk.now)?,
        _ => None,
    };
    if let Some(folder) = place.parent() {
        files::make_folder(folder).with_context(|| format!("make {}", folder.display()))?;
    }
    files::write_atomic(&place, text.as_bytes())?;
    let kept = kept.map(|backup| desk.shown(&root.join(backup.path)));
    desk.say(&classroom::written(&desk.shown(&place), kept.as_deref()))
}
