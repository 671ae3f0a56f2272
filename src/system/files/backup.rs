//! Copies of a learner's text, made before anything of ours is written over it, and the way back. Nothing here is ever
//! deleted: a copy that was restored is renamed, so that the next undo takes the one before it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;

use super::{ReadTrouble, read_bounded};
use super::{atomic::write_atomic, copy::write_new, place::inside};
use crate::session::progress::Timestamp;
use crate::session::stamp::stamp as name_of;

const FOLDER: &str = ".tutor/backup";
const RESTORED: &str = ".restored";
const BEFORE_UNDO: &str = ".undo";

/// A learner's file is a screen or two.
const MAX_BYTES: u64 = 64 << 20;

/// One copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// The name of its folder: when it was made.
    pub stamp: String,
    /// The copy, relative to the root, with `/`: fit to be shown.
    pub path: String,
}

/// Copies `root/relative` to `.tutor/backup/STAMP/relative`. `None`: there is no such file, so there is nothing to lose.
pub fn back_up(root: &Path, relative: &str, now: Timestamp) -> anyhow::Result<Option<Backup>> {
    let source = inside(root, relative)?;
    if !super::exists(&source) {
        return Ok(None);
    }
    let bytes = read_bounded(&source, MAX_BYTES)
        .map_err(|trouble| anyhow::anyhow!("keep a copy of {relative}: it {trouble}"))?;
    keep(root, relative, &bytes, now, "").map(Some)
}

/// Copies that an undo can still take, the newest first.
pub fn backups(root: &Path, relative: &str) -> Vec<Backup> {
    let entries = fs::read_dir(root.join(FOLDER)).into_iter().flatten();
    let names = entries.flatten().map(|entry| entry.file_name());
    let mut stamps: Vec<String> = names.filter_map(|name| name.into_string().ok()).collect();
    stamps.retain(|stamp| !stamp.contains('.'));
    stamps.sort_unstable_by_key(|stamp| std::cmp::Reverse(order(stamp)));
    let all = stamps.into_iter().map(|stamp| Backup {
        path: format!("{FOLDER}/{stamp}/{relative}"),
        stamp,
    });
    all.filter(|backup| inside(root, &backup.path).is_ok_and(|place| super::is_file(&place)))
        .collect()
}

pub fn newest_backup(root: &Path, relative: &str) -> Option<Backup> {
    backups(root, relative).into_iter().next()
}

/// Puts the newest copy back. The text that it replaces is kept too, where later undos do not take it. Gives the copy
/// that was restored, and the place of the replaced text if there was any; `None`: there is no copy.
pub fn restore_newest(
    root: &Path,
    relative: &str,
    now: Timestamp,
) -> anyhow::Result<Option<(Backup, Option<Backup>)>> {
    let Some(backup) = newest_backup(root, relative) else {
        return Ok(None);
    };
    let copy = inside(root, &backup.path)?;
    let bytes = read_bounded(&copy, MAX_BYTES)
        .map_err(|trouble| anyhow::anyhow!("{} {trouble}", backup.path))?;
    let target = inside(root, relative)?;
    let replaced = match read_bounded(&target, MAX_BYTES) {
        Ok(old) if old == bytes => None,
        Ok(old) => Some(keep(root, relative, &old, now, BEFORE_UNDO)?),
        Err(ReadTrouble::Missing) => None,
        // What cannot be kept is not replaced.
        Err(trouble) => anyhow::bail!("keep a copy of {relative}: it {trouble}"),
    };
    if let Some(folder) = target.parent() {
        fs::create_dir_all(folder).with_context(|| format!("make {}", folder.display()))?;
    }
    write_atomic(&target, &bytes)?;
    let used = retire(root, &backup, relative)?;
    Ok(Some((used, replaced)))
}

/// Moves the used copy to `STAMP.restored/relative`.
fn retire(root: &Path, backup: &Backup, relative: &str) -> anyhow::Result<Backup> {
    let from = inside(root, &backup.path)?;
    let (stamp, to) = free_place(root, &format!("{}{RESTORED}", backup.stamp), relative)?;
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).with_context(|| format!("make {}", folder.display()))?;
    }
    super::rename(&from, &to).with_context(|| format!("move {}", from.display()))?;
    Ok(Backup {
        path: format!("{FOLDER}/{stamp}/{relative}"),
        stamp,
    })
}

fn keep(
    root: &Path,
    relative: &str,
    bytes: &[u8],
    now: Timestamp,
    why: &str,
) -> anyhow::Result<Backup> {
    let wanted = format!("{}{why}", name_of(now));
    loop {
        let (stamp, place) = free_place(root, &wanted, relative)?;
        match write_new(&place, bytes) {
            // Somebody was quicker with this very name.
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            outcome => {
                outcome.with_context(|| format!("keep a copy as {}", place.display()))?;
                let path = format!("{FOLDER}/{stamp}/{relative}");
                return Ok(Backup { stamp, path });
            }
        }
    }
}

/// Several copies within one second: `STAMP`, `STAMP_2`, and so on.
fn free_place(root: &Path, wanted: &str, relative: &str) -> anyhow::Result<(String, PathBuf)> {
    let (stamp, why) = wanted.split_once('.').unwrap_or((wanted, ""));
    let dot = if why.is_empty() { "" } else { "." };
    let mut number = 1;
    loop {
        let name = match number {
            1 => wanted.to_owned(),
            n => format!("{stamp}_{n}{dot}{why}"),
        };
        let place = inside(root, &format!("{FOLDER}/{name}/{relative}"))?;
        if !super::exists(&place) {
            return Ok((name, place));
        }
        number += 1;
    }
}

/// By time, then by number: `…_2` comes before `…_10`.
fn order(stamp: &str) -> (String, u64) {
    let mut parts = stamp.splitn(3, '_');
    let time = format!(
        "{}_{}",
        parts.next().unwrap_or_default(),
        parts.next().unwrap_or_default()
    );
    let number = parts.next().and_then(|n| n.parse().ok()).unwrap_or(1);
    (time, number)
}
