//! Where a command works: the learner's folder or the course folder that it was called in, or that was named.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::desk::Desk;
use super::exit::Exit;
use super::parts;
use super::renew;
use super::stop::Stop;
use crate::course::crates;
use crate::course::model::{Course, Exercise};
use crate::course::select::select_one;
use crate::course::{self, CourseFault, CourseFiles, MOST_BYTES, TextFile};
use crate::session::lesson::Lesson;
use crate::session::order;
use crate::session::progress::Progress;
use crate::system::files::{self, PathTrouble, ReadTrouble};
use crate::view::text::Line;
use crate::view::{faults, folder, scaffold};

/// The only source of locked text in a learner's folder, below it.
pub const COURSE: &str = ".tutor/course";

/// The copies of first sight in a course folder, below it: what `reset` puts back there.
pub const FIRST: &str = ".tutor/first";

/// The largest file of an exercise that is read.
const MOST_TEXT: u64 = 16 << 20;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Written by `tutor init`; the course lies in [`COURSE`].
    Learner,
    /// It has an `info.toml`: what is on the disk is the course.
    Course,
}

/// A folder and the sound course in it.
#[derive(Debug)]
pub struct Place {
    /// Absolute.
    pub root: PathBuf,
    pub kind: Kind,
    pub course: Course,
    pub warnings: Vec<CourseFault>,
}

/// Finds the course and reads it. Stops, with [`Exit::NoCourse`], where there is none or where it has faults.
pub fn open(desk: &Desk) -> Result<Place, Stop> {
    let (root, kind) = find(desk)?;
    let text_root = text_root(&root, kind);
    let name = root.file_name().unwrap_or_default().to_string_lossy();
    let described = described(&name, &text_root);
    let loaded = described.map(|described| course::load(&described));
    let loaded = loaded.map_err(|trouble| unreadable(desk, &text_root, &trouble))?;
    let Some(course) = loaded.course else {
        let dir = desk.shown(&text_root);
        let lines = faults::unsound(&dir, &loaded.faults, kind == Kind::Learner);
        return Err(Stop::new(Exit::NoCourse, lines));
    };
    Ok(Place {
        root,
        kind,
        course,
        warnings: loaded.warnings,
    })
}

/// The folder that was named, or the first one from the current folder upward that is a learner's or a course's.
pub fn find(desk: &Desk) -> Result<(PathBuf, Kind), Stop> {
    found_or(desk, folder::no_course)
}

/// The same, for whoever writes courses.
pub fn find_as_author(desk: &Desk) -> Result<(PathBuf, Kind), Stop> {
    found_or(desk, scaffold::no_course)
}

/// The nearest folder of ours, from this one upwards.
pub fn around(here: &Path) -> Option<(&Path, Kind)> {
    here.ancestors().find_map(|at| Some((at, kind_of(at)?)))
}

fn found_or(
    desk: &Desk,
    no_course: fn(Option<&str>) -> Vec<Line>,
) -> Result<(PathBuf, Kind), Stop> {
    let (root, kind) = match &desk.globals.course {
        Some(named) => {
            let root = desk.here.join(named);
            let root = files::canonical(&root).unwrap_or(root);
            let kind = kind_of(&root).or_else(|| {
                // Named by hand, it is taken for a course even if half of it is missing: its faults say the rest.
                files::is_file(&root.join(parts::INFO)).then_some(Kind::Course)
            });
            (Some(root), kind)
        }
        None => {
            let found = around(&desk.here);
            found.map_or((None, None), |(root, kind)| {
                (Some(root.to_owned()), Some(kind))
            })
        }
    };
    match (root, kind) {
        (Some(root), Some(kind)) => Ok((root, kind)),
        (root, _) => {
            let named = root.map(|root| desk.shown(&root));
            Err(Stop::new(Exit::NoCourse, no_course(named.as_deref())))
        }
    }
}

/// What a folder is, if it is one of ours. The copy of a course in a learner's folder is not one of its own. An upgrade
/// that was cut off is mended on the way.
pub fn kind_of(folder: &Path) -> Option<Kind> {
    if folder.ends_with(COURSE) {
        return None;
    }
    renew::recover(folder);
    if files::is_folder(&folder.join(COURSE)) {
        return Some(Kind::Learner);
    }
    let course =
        files::is_file(&folder.join(parts::INFO)) && files::is_folder(&folder.join("exercises"));
    course.then_some(Kind::Course)
}

/// Where the course's own text lies.
pub fn text_root(root: &Path, kind: Kind) -> PathBuf {
    match kind {
        Kind::Learner => root.join(COURSE),
        Kind::Course => root.to_owned(),
    }
}

/// The folders that every course has.
const FOLDERS: [&str; 2] = ["exercises", "solutions"];

/// The files below some folders of `root`, by their paths from there.
fn below(root: &Path, folder: &str) -> impl Iterator<Item = String> {
    let found = files::list_below(&root.join(folder)).into_iter();
    found.map(move |path| format!("{folder}/{path}"))
}

/// Where the files of a known course may lie below `root`: all that is there in its folders and in those of the crates
/// that it brings, and the files beside them. [`parts::of`] says which of these are the course.
pub fn paths(root: &Path, course: &Course) -> BTreeSet<String> {
    let beside = [parts::INFO, "Cargo.toml", parts::lock(course)].into_iter();
    let is_there = |path: &&str| files::inside(root, path).is_ok_and(|at| files::is_file(&at));
    let inside = FOLDERS.into_iter().flat_map(|folder| below(root, folder));
    inside
        .chain(of_crates(root, course))
        .chain(beside.filter(is_there).map(str::to_owned))
        .collect()
}

/// The files of the crates that a course brings.
pub fn of_crates(root: &Path, course: &Course) -> BTreeSet<String> {
    let folders = crates::folders(&course.build);
    let below = folders.iter().flat_map(|folder| below(root, folder));
    below.collect()
}

/// What [`course::load`] wants to know of a folder.
pub fn described(folder_name: &str, root: &Path) -> Result<CourseFiles, ReadTrouble> {
    let folders = FOLDERS.into_iter();
    let paths: BTreeSet<String> = folders.flat_map(|folder| below(root, folder)).collect();
    let text = |path: &str| {
        let bytes = files::read_bounded(&root.join(path), MOST_BYTES as u64)?;
        let path = path.to_owned();
        Ok(TextFile { path, bytes })
    };
    let chapters = paths.iter().filter(|path| parts::is_chapter_manifest(path));
    Ok(CourseFiles {
        folder_name: folder_name.to_owned(),
        info: text(parts::INFO)?,
        chapters: chapters.map(|path| text(path)).collect::<Result<_, _>>()?,
        cargo_toml: text("Cargo.toml").ok(),
        paths,
    })
}

/// Where the root's manifest cannot be read.
pub fn unreadable(desk: &Desk, root: &Path, trouble: &ReadTrouble) -> Stop {
    let what = format!("{} {trouble}.", desk.shown(&root.join(parts::INFO)));
    Stop::new(Exit::NoCourse, vec![Line::plain(what)])
}

impl Place {
    /// A learner's folder whose course is known already.
    pub fn learner(root: &Path, course: Course) -> Place {
        Place {
            root: root.to_owned(),
            kind: Kind::Learner,
            course,
            warnings: Vec::new(),
        }
    }

    /// The bytes of one of the course's own files: the locked text in a learner's folder, the disk's in a course folder.
    pub fn locked(&self, path: &str) -> Option<Vec<u8>> {
        self.read(&self.text_root(), path)
    }

    /// Where the course's own text lies.
    pub fn text_root(&self) -> PathBuf {
        text_root(&self.root, self.kind)
    }

    /// The bytes of a file in the folder that the learner works in.
    pub fn found(&self, path: &str) -> Option<Vec<u8>> {
        self.read(&self.root, path)
    }

    /// What an untouched file of an exercise holds, as far as it is known: in a course folder, the copy of first sight.
    pub fn starter(&self, path: &str) -> Option<Vec<u8>> {
        match self.kind {
            Kind::Learner => self.locked(path),
            Kind::Course => self.read(&self.root.join(FIRST), path),
        }
    }

    fn read(&self, root: &Path, path: &str) -> Option<Vec<u8>> {
        let place = files::inside(root, path).ok()?;
        files::read_bounded(&place, MOST_TEXT).ok()
    }

    /// Where a file of the course lies in the learner's hands; never outside the folder.
    pub fn at(&self, path: &str) -> Result<PathBuf, PathTrouble> {
        files::inside(&self.root, path)
    }

    /// See [`title_of`].
    pub fn title(&self, exercise: &Exercise) -> String {
        let text = self.locked(exercise.main_file()).unwrap_or_default();
        title_of(exercise, &text)
    }

    /// Where the learner is. A sound course has at least one exercise.
    pub fn current(&self, progress: &Progress) -> usize {
        let path = order::on_track(&self.course, None);
        order::current(&self.course, &path, progress).unwrap_or_default()
    }

    pub fn named_or_current(&self, word: Option<&str>, progress: &Progress) -> Result<usize, Stop> {
        word.map_or_else(|| Ok(self.current(progress)), |word| self.select(word))
    }

    /// The exercise that a word means.
    pub fn select(&self, word: &str) -> Result<usize, Stop> {
        select_one(&self.course, word)
            .map_err(|error| Stop::new(Exit::Usage, vec![Line::plain(error.to_string())]))
    }
}

/// The title of an exercise as the screens show it, from its starter.
pub fn title_of(exercise: &Exercise, starter: &[u8]) -> String {
    Lesson::of(exercise, &String::from_utf8_lossy(starter)).title
}
