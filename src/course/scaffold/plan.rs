//! What has to be written, moved and changed for a new exercise; all of it checked before any of it is done.

use std::collections::BTreeMap;

use super::home::Home;
use super::numbers::Spot;
use super::template::{self, ENTRY, texts};
use super::{Refusal, slug};
use crate::course::edit::{self, EditTrouble, Spot as EditSpot};
use crate::course::load::{CourseFiles, load};
use crate::course::model::{Course, Kind};
use crate::course::{SUPPORT, TextFile};

/// The exercise that is wanted.
#[derive(Debug, Clone, Copy)]
pub struct Wish<'a> {
    /// The folder, the name or the number of the chapter; or the folder of a new one.
    pub chapter: &'a str,
    pub slug: &'a str,
    pub kind: Kind,
    /// Index of the exercise that it is to stand behind; else it is the last of its chapter.
    pub after: Option<usize>,
    /// The instruments that a `measure` exercise counts with, for a course that has none.
    pub support: &'a str,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// `3.2`
    pub number: String,
    /// A chapter that is new too: its folder.
    pub chapter: Option<String>,
    /// Files that are not there yet, path and text.
    pub files: Vec<(String, String)>,
    pub renumbered: Vec<Renumbered>,
    /// Files that get another name for it: from, to.
    pub moved: Vec<(String, String)>,
    /// In the order in which they have to be written, so that the course can be read at every moment.
    pub manifests: Vec<Manifest>,
}

/// The name of an exercise, with its number, as it was and as it will be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renumbered {
    pub from: String,
    pub to: String,
}

/// A manifest as it has to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    pub path: String,
    /// What the plan was made from; `None`: it is new.
    pub before: Option<Vec<u8>>,
    pub text: String,
}

/// Makes the plan. `course` is what `files` say.
pub fn plan(course: &Course, files: &CourseFiles, wish: &Wish<'_>) -> Result<Plan, Refusal> {
    slug::check(course, wish.slug)?;
    let home = Home::find(course, wish.chapter)?;
    let chapter = match home {
        Home::There(index) => Some(index),
        Home::New { .. } => None,
    };
    let spot = Spot::find(course, chapter, wish.after, wish.slug)?;
    let desk = Drawing {
        course,
        files,
        wish,
        home: &home,
        spot: &spot,
    };
    let plan = desk.plan()?;
    no_faults(files, &plan)?;
    Ok(plan)
}

struct Drawing<'a> {
    course: &'a Course,
    files: &'a CourseFiles,
    wish: &'a Wish<'a>,
    home: &'a Home,
    spot: &'a Spot,
}

impl Drawing<'_> {
    fn plan(&self) -> Result<Plan, Refusal> {
        let path = self.manifest();
        let in_root = path == self.files.info.path;
        let dir = self.home.dir(self.course);
        let stated = match in_root {
            true => format!("dir = \"{dir}\"\n"),
            false => String::new(),
        };
        let words = [
            ("home", stated.as_str()),
            ("dir", dir),
            ("name", &self.spot.name),
            ("slug", self.wish.slug),
        ];
        let (entry, mut new) = entry_and_files(template::of_kind(self.wish.kind), &words);
        new.extend(self.support());
        let mut manifests = Manifests {
            files: self.files,
            changed: BTreeMap::new(),
        };
        if let Home::New { title, .. } = self.home {
            let words = [("dir", dir), ("title", title.as_str())];
            let (table, card) = entry_and_files(template::CHAPTER, &words);
            let missing = |(path, _): &(String, String)| !self.files.paths.contains(path);
            new.extend(card.into_iter().filter(missing));
            let spot = self
                .behind_chapter()
                .map_or(EditSpot::First, EditSpot::After);
            manifests.change(&self.files.info.path, |text| {
                edit::with_chapter(text, spot, &table)
            })?;
        }
        for Renumbered { from, to } in &self.spot.renumbered {
            manifests.change(&path, |text| edit::renamed(text, from, to))?;
        }
        let spot = self
            .behind_exercise(&path)
            .map_or(EditSpot::First, EditSpot::After);
        manifests.change(&path, |text| edit::with_exercise(text, spot, &entry))?;
        Ok(Plan {
            number: format!("{}.{}", self.home.number(self.course), self.spot.number),
            chapter: match self.home {
                Home::New { dir, .. } => Some(dir.clone()),
                Home::There(_) => None,
            },
            files: self.with_their_line_ends(new),
            renumbered: self.spot.renumbered.clone(),
            moved: self.moved(dir),
            manifests: manifests.in_order(),
        })
    }

    /// The manifest that the entry belongs to: the chapter's own, or the root's.
    fn manifest(&self) -> String {
        let root = &self.files.info.path;
        let own = format!("exercises/{}/{root}", self.home.dir(self.course));
        let of_chapter = |exercise: &&crate::course::model::Exercise| matches!(self.home, Home::There(index) if exercise.chapter == *index);
        let neighbour = self.course.exercises.iter().find(of_chapter);
        match neighbour {
            Some(exercise) => exercise.declared.path.clone(),
            None if find(self.files, &own).is_some() => own,
            None if self.in_chapters() => own,
            None => root.clone(),
        }
    }

    /// Whether all exercises of the course stand in the manifests of their chapters.
    fn in_chapters(&self) -> bool {
        let root = &self.files.info.path;
        let mut exercises = self.course.exercises.iter();
        !self.course.exercises.is_empty() && exercises.all(|e| e.declared.path != *root)
    }

    /// The chapter that the new one follows.
    fn behind_chapter(&self) -> Option<&str> {
        let number = self.home.number(self.course);
        let chapters = self.course.chapters.iter();
        let mut before = chapters.filter(|chapter| chapter.number < number);
        before.next_back().map(|chapter| chapter.dir.as_str())
    }

    /// The name of the exercise that the new one follows in its manifest.
    fn behind_exercise(&self, manifest: &str) -> Option<&str> {
        if let Some(after) = self.spot.after {
            return Some(&self.course.exercises[after].name);
        }
        let number = self.home.number(self.course);
        let mut before = self.course.exercises.iter().filter(|exercise| {
            let chapter = self.course.chapter_of(exercise).number;
            exercise.declared.path == manifest && chapter < number
        });
        before.next_back().map(|exercise| exercise.name.as_str())
    }

    /// A file, or all files of a folder, of each exercise that gets another number; its solution too.
    fn moved(&self, dir: &str) -> Vec<(String, String)> {
        let mut moved = Vec::new();
        for Renumbered { from, to } in &self.spot.renumbered {
            for top in ["exercises", "solutions"] {
                let old = format!("{top}/{dir}/{from}");
                for path in &self.files.paths {
                    if let Some(rest) = path.strip_prefix(&old)
                        && (rest == ".rs" || rest.starts_with('/'))
                    {
                        moved.push((path.clone(), format!("{top}/{dir}/{to}{rest}")));
                    }
                }
            }
        }
        moved
    }

    fn support(&self) -> Option<(String, String)> {
        let wanted = self.wish.kind == Kind::Measure && !self.files.paths.contains(SUPPORT);
        wanted.then(|| (SUPPORT.to_owned(), self.wish.support.to_owned()))
    }

    /// As the manifest of the course has them.
    fn with_their_line_ends(&self, files: Vec<(String, String)>) -> Vec<(String, String)> {
        let info = &self.files.info.bytes;
        if !info.windows(2).any(|pair| pair == b"\r\n") {
            return files;
        }
        let files = files.into_iter();
        files
            .map(|(path, text)| (path, text.replace("\r\n", "\n").replace('\n', "\r\n")))
            .collect()
    }
}

/// The manifests of a course while they are changed.
struct Manifests<'a> {
    files: &'a CourseFiles,
    changed: BTreeMap<String, String>,
}

impl Manifests<'_> {
    fn change(
        &mut self,
        path: &str,
        edit: impl FnOnce(&str) -> Result<String, EditTrouble>,
    ) -> Result<(), Refusal> {
        let before = match self.changed.get(path) {
            Some(text) => text.clone(),
            None => {
                let bytes = find(self.files, path).map(|file| file.bytes.clone());
                String::from_utf8(bytes.unwrap_or_default()).map_err(|_| {
                    Refusal::trouble(format!("{path} is no text"), "save it as UTF-8")
                })?
            }
        };
        let after = edit(&before).map_err(|trouble| Refusal::edit(path, trouble))?;
        self.changed.insert(path.to_owned(), after);
        Ok(())
    }

    /// The root's first: a chapter that has no exercises yet can be read, a manifest without a chapter cannot.
    fn in_order(self) -> Vec<Manifest> {
        let files = self.files;
        let mut all: Vec<Manifest> = self
            .changed
            .into_iter()
            .map(|(path, text)| Manifest {
                before: find(files, &path).map(|file| file.bytes.clone()),
                path,
                text,
            })
            .collect();
        all.sort_by_key(|manifest| manifest.path != files.info.path);
        all
    }
}

fn find<'f>(files: &'f CourseFiles, path: &str) -> Option<&'f TextFile> {
    let mut all = files.chapters.iter().chain([&files.info]);
    all.find(|file| file.path == path)
}

fn entry_and_files(template: &str, words: &[(&str, &str)]) -> (String, Vec<(String, String)>) {
    let (entries, files): (Vec<_>, Vec<_>) = texts(template, words)
        .into_iter()
        .partition(|(path, _)| path == ENTRY);
    let entry = entries.into_iter().map(|(_, text)| text).collect();
    (entry, files)
}

/// Reads the course as it would be.
fn no_faults(files: &CourseFiles, plan: &Plan) -> Result<(), Refusal> {
    let mut after = files.clone();
    for (from, to) in &plan.moved {
        after.paths.remove(from);
        after.paths.insert(to.clone());
    }
    after
        .paths
        .extend(plan.files.iter().map(|(path, _)| path.clone()));
    for Manifest { path, text, .. } in &plan.manifests {
        after.paths.insert(path.clone());
        let file = TextFile {
            path: path.clone(),
            bytes: text.clone().into_bytes(),
        };
        if *path == after.info.path {
            after.info = file;
        } else {
            after.chapters.retain(|other| other.path != *path);
            after.chapters.push(file);
        }
    }
    let loaded = load(&after);
    match loaded.faults.is_empty() {
        true => Ok(()),
        false => Err(Refusal::Faults(loaded.faults)),
    }
}
