//! A whole course in memory: the one that is built in, one in a folder, or the copy in a learner's folder.

use std::path::Path;

use super::builtin;
use super::desk::Desk;
use super::exit::Exit;
use super::parts::{self, Files};
use super::place::{self, described, text_root};
use super::stop::Stop;
use super::upgrade::Version;
use crate::course::model::Course;
use crate::course::{self, CourseFiles};
use crate::system::files;
use crate::view::faults;
use crate::view::text::Line;

/// A file of a course is a few kilobytes.
const MOST_FILE: u64 = 16 << 20;

/// A sound course and all of its files.
#[derive(Debug)]
pub struct Source {
    pub course: Course,
    pub files: Files,
}

impl Source {
    /// The course in the binary.
    pub fn builtin() -> Result<Source, Stop> {
        let entries = builtin::files().map(|(path, bytes)| (path.to_owned(), bytes.to_vec()));
        let files: Files = entries.collect();
        let course = sound("tutor", &parts::described("tutor", &files), false)?;
        Ok(Source { course, files })
    }

    /// The course that a folder has, or that a learner's folder was written from.
    pub fn in_folder(desk: &Desk, folder: &Path) -> Result<Source, Stop> {
        let kind = super::place::kind_of(folder).unwrap_or(super::place::Kind::Course);
        let root = text_root(folder, kind);
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        let shown = desk.shown(&root);
        let described = described(&name, &root).map_err(|trouble| {
            let what = format!(
                "There is no course in {shown}: its {} {trouble}.",
                parts::INFO
            );
            Stop::new(Exit::NoCourse, vec![Line::plain(what)])
        })?;
        let course = sound(&shown, &described, false)?;
        let wanted = parts::of(&course, &place::paths(&root, &course));
        let files = read(&root, wanted.iter().map(String::as_str)).map_err(|what| {
            let lines = vec![Line::plain(format!(
                "The course in {shown} cannot be copied: {what}."
            ))];
            Stop::new(Exit::NoCourse, lines)
        })?;
        Ok(Source { course, files })
    }

    pub fn version(&self) -> Version<'_> {
        Version {
            course: &self.course,
            files: &self.files,
        }
    }
}

fn sound(dir: &str, described: &CourseFiles, learner: bool) -> Result<Course, Stop> {
    let loaded = course::load(described);
    let faults = loaded.faults;
    let unsound = || Stop::new(Exit::NoCourse, faults::unsound(dir, &faults, learner));
    loaded.course.ok_or_else(unsound)
}

fn read<'a>(root: &Path, paths: impl Iterator<Item = &'a str>) -> Result<Files, String> {
    let mut found = Files::new();
    for path in paths {
        let place = files::inside(root, path).map_err(|trouble| trouble.to_string())?;
        let bytes = files::read_bounded(&place, MOST_FILE)
            .map_err(|trouble| format!("{path} {trouble}"))?;
        found.insert(path.to_owned(), bytes);
    }
    Ok(found)
}
