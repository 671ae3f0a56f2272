//! The door of the room: a course's files as text, to a [`Course`] or to everything that is wrong with them.

use std::collections::BTreeSet;

use super::document::{Document, Parsed, TextFile};
use super::fault::{Loaded, Report};
use super::key;
use super::model::{Course, Format};
use super::table::Table;
use super::{version1, version2};

/// Everything that is known of a course folder before its manifest is understood. All paths are relative to it,
/// with `/` between their parts.
#[derive(Debug, Clone, Default)]
pub struct CourseFiles {
    /// The folder's own name: id and title of a course of version 1.
    pub folder_name: String,
    /// `info.toml`
    pub info: TextFile,
    /// Each `exercises/NN_chapter/info.toml` there is.
    pub chapters: Vec<TextFile>,
    /// `Cargo.toml`, for version 1 alone.
    pub cargo_toml: Option<TextFile>,
    /// Every regular file below the folder, or at least below `exercises/`.
    pub paths: BTreeSet<String>,
}

/// More exercises than this are refused.
pub const MOST_EXERCISES: usize = 20_000;
/// Manifests longer than this together are refused; nobody should even read them.
pub const MOST_BYTES: usize = 64 * 1024 * 1024;

/// Reads a course. Nothing stops at the first fault: whatever can be found wrong is in [`Loaded::faults`].
pub fn load(files: &CourseFiles) -> Loaded {
    let mut report = Report::default();
    let course = read(files, &mut report);
    report.into_loaded(course)
}

fn read(files: &CourseFiles, report: &mut Report) -> Option<Course> {
    let manifests = files.chapters.iter().chain([&files.info]);
    if manifests.map(|file| file.bytes.len()).sum::<usize>() > MOST_BYTES {
        let place = Document::new(&files.info.path, "").place(0);
        let what = "the course's manifests are longer than 64 MiB";
        report.fault(place, what, "cut them down");
        return None;
    }
    let document = Document::decode(&files.info, report)?;
    let parsed = document.parse(report);
    match format(&parsed, report)? {
        Format::Rustlings => Some(version1::read(files, &parsed, report)),
        Format::Tutor => Some(version2::read(files, &parsed, report)),
    }
}

/// Which format it is. A course that does not say so is read all the same, as the one that it looks like, so that
/// its other faults are found.
fn format(parsed: &Parsed<'_>, report: &mut Report) -> Option<Format> {
    let mut table = Table::root(parsed, "the course", report);
    let looks_like = match table.has(key::CHAPTERS) || table.has(key::ID) {
        true => Format::Tutor,
        false => Format::Rustlings,
    };
    if !table.has(key::FORMAT_VERSION) {
        table.missing(key::FORMAT_VERSION);
        return Some(looks_like);
    }
    match table.number(key::FORMAT_VERSION, 0..=i64::MAX) {
        None => Some(looks_like),
        Some(0 | 1) => Some(Format::Rustlings),
        Some(2) => Some(Format::Tutor),
        Some(newer) => {
            let what =
                format!("the course is written in format {newer}, and this tutor knows 1 and 2");
            table.fault(table.at(key::FORMAT_VERSION), what, "install a newer tutor");
            None
        }
    }
}

/// A fault if this is one exercise more than a course may have.
pub(super) fn too_many(manifest: &mut Table<'_, '_>, count: usize, at: usize) -> bool {
    let too_many = count > MOST_EXERCISES;
    if too_many {
        let what = format!("the course has more than {MOST_EXERCISES} exercises");
        manifest.fault(at, what, "make two courses of it");
    }
    too_many
}
