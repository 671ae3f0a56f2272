//! What lies below a folder.

use std::fs;
use std::path::{Path, PathBuf};

/// Folders that are never looked into: other tools' and our own.
const SKIPPED: [&str; 3] = [".git", "target", ".tutor"];

/// A course has some thousand files; a folder with more than this is not one.
const MOST: usize = 200_000;

/// Regular files below `folder`, relative to it, with `/`, sorted. Links are not followed. What cannot be read and
/// names that are not UTF-8 are left out: a course's names are plain.
pub fn list_below(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut waiting = vec![String::new()];
    while let Some(relative) = waiting.pop() {
        list_one(folder, &relative, &mut found, &mut waiting);
        if found.len() + waiting.len() > MOST {
            break;
        }
    }
    found.sort_unstable();
    found
}

/// The names in a folder, sorted; none where it cannot be read.
pub fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    names.sort_unstable();
    names
}

/// What is called `name` below a folder, be it a file or a folder, relative to it, with `/`, sorted: also where
/// [`list_below`] does not look.
pub fn named_below(folder: &Path, name: &str) -> Vec<String> {
    let (mut files, mut found) = (Vec::new(), Vec::new());
    let mut waiting = vec![String::new()];
    while let Some(relative) = waiting.pop() {
        let place = match relative.as_str() {
            "" => name.to_owned(),
            above => format!("{above}/{name}"),
        };
        if fs::symlink_metadata(folder.join(&place)).is_ok() {
            found.push(place);
        }
        files.clear();
        list_one(folder, &relative, &mut files, &mut waiting);
    }
    found.sort_unstable();
    found
}

/// The folders in a folder, sorted. Links are not followed; what cannot be read holds none.
pub fn folders_in(folder: &Path) -> Vec<PathBuf> {
    of_kind(folder, |kind| kind.is_dir())
}

/// Links below `folder`, of whatever kind, as [`list_below`] names files.
pub fn links_below(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut waiting = vec![String::new()];
    while let Some(relative) = waiting.pop() {
        for (path, kind) in entries(folder, &relative) {
            if kind.is_symlink() {
                found.push(path);
            } else if kind.is_dir() {
                waiting.push(path);
            }
        }
    }
    found.sort_unstable();
    found
}

/// The links in a folder, sorted, but for those that lead to files.
pub fn links_in(folder: &Path) -> Vec<PathBuf> {
    let mut found = of_kind(folder, |kind| kind.is_symlink());
    found.retain(|link| !super::is_file(link));
    found
}

fn of_kind(folder: &Path, is_meant: impl Fn(fs::FileType) -> bool) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let meant = entries.filter(|entry| entry.file_type().is_ok_and(&is_meant));
    let mut found: Vec<PathBuf> = meant.map(|entry| entry.path()).collect();
    found.sort_unstable();
    found
}

fn list_one(folder: &Path, relative: &str, files: &mut Vec<String>, folders: &mut Vec<String>) {
    for (path, kind) in entries(folder, relative) {
        if kind.is_file() {
            files.push(path);
        } else if kind.is_dir() {
            folders.push(path);
        }
    }
}

/// What lies in one of the folders below, without those that are never looked into.
fn entries(folder: &Path, relative: &str) -> Vec<(String, fs::FileType)> {
    let entries = fs::read_dir(folder.join(relative)).into_iter().flatten();
    let named = entries.flatten().filter_map(|entry| {
        let (name, kind) = (
            entry.file_name().into_string().ok()?,
            entry.file_type().ok()?,
        );
        let is_skipped = kind.is_dir() && SKIPPED.contains(&name.as_str());
        let path = match relative {
            "" => name,
            above => format!("{above}/{name}"),
        };
        (!is_skipped).then_some((path, kind))
    });
    named.collect()
}
