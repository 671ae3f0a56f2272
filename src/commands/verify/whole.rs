//! What is looked at for the course as a whole, without a compiler: cards, pages, strays, the order of what is taught.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::{Path, PathBuf};

use super::chosen::Chosen;
use super::survey::Survey;
use crate::commands::parts;
use crate::course::model::{Course, Exercise, Format};
use crate::course::nearest;
use crate::system::files;
use crate::verify::strays::ANSWERS;
use crate::verify::{Finding, Rule, cards, strays, taught};

/// The largest card, and the largest page, that is read.
const MOST: u64 = 16 << 20;

/// What belongs to no single exercise, or depends on all of them.
pub(super) fn findings(survey: &Survey, course: &Course) -> Vec<Finding> {
    let mut found = running(survey, course);
    found.extend(strays::links(&links(survey)));
    // Of a course that could be read in part, nothing is known of the rest.
    if !survey.has_faults {
        let declared = parts::of(course, &survey.paths);
        found.extend(strays::undeclared(course, &survey.paths, &declared));
    }
    found
}

/// The folders that are the course.
fn tops() -> impl Iterator<Item = &'static str> {
    ["exercises", "solutions"].into_iter().chain(ANSWERS)
}

/// Links in the folders that are the course.
fn links(survey: &Survey) -> Vec<String> {
    let found = tops().flat_map(|top| {
        let below = files::links_below(&survey.root.join(top)).into_iter();
        below.map(move |path| format!("{top}/{path}"))
    });
    found.collect()
}

/// Of these exercises, or of all, what they build on too early.
pub(super) fn untaught(survey: &Survey, course: &Course, chosen: &Chosen) -> Vec<Finding> {
    // A fault may have taken away who teaches it.
    if survey.has_faults {
        return Vec::new();
    }
    let ids = chosen
        .exercises
        .iter()
        .map(|index| course.exercises[*index].id.as_str());
    let ids: BTreeSet<&str> = ids.collect();
    let counts = |finding: &Finding| {
        chosen.whole
            || finding
                .exercise
                .as_deref()
                .is_some_and(|id| ids.contains(id))
    };
    let mut found = taught::too_early(course);
    found.retain(counts);
    found
}

pub(super) fn cards(survey: &Survey, course: &Course, chapters: &BTreeSet<usize>) -> Vec<Finding> {
    if course.format == Format::Rustlings {
        return Vec::new();
    }
    let chapters = chapters.iter().map(|index| &course.chapters[*index]);
    let found = chapters.flat_map(|chapter| {
        let place = files::inside(&survey.root, &cards::path(chapter)).ok();
        let text = place.and_then(|place| files::read_text(&place, MOST).ok());
        cards::of_chapter(chapter, text.as_deref())
    });
    found.collect()
}

fn running(survey: &Survey, course: &Course) -> Vec<Finding> {
    let root = &survey.root;
    let repositories = tops().flat_map(|top| {
        let found = files::named_below(&root.join(top), ".git").into_iter();
        found.map(move |path| format!("{top}/{path}"))
    });
    let at_top = ["build.rs", ".vscode/tasks.json"].map(str::to_owned);
    let of_cargo = files::list_below(&root.join(".cargo")).into_iter();
    let at_top = at_top
        .into_iter()
        .chain(of_cargo.map(|path| format!(".cargo/{path}")))
        .filter(|path| files::exists(&root.join(path)))
        .chain(pins_by_path(root));
    let paths: BTreeSet<String> = survey
        .paths
        .iter()
        .cloned()
        .chain(repositories)
        .chain(at_top)
        .collect();
    strays::running(&paths, course.format == Format::Rustlings)
}

/// Files that choose a toolchain by where it lies: that may be in the course.
fn pins_by_path(root: &Path) -> impl Iterator<Item = String> {
    let names_a_path = |name: &&str| {
        let text = files::read_text(&root.join(name), MOST).unwrap_or_default();
        text.lines()
            .any(|line| line.trim_start().starts_with("path"))
    };
    let pins = strays::PINS.into_iter();
    pins.filter(names_a_path).map(str::to_owned)
}

/// The pages of the toolchain.
pub(super) struct Pages {
    folder: PathBuf,
    /// The parts of each page that was asked for: many exercises name the same ones.
    parts: HashMap<String, HashSet<String>>,
}

impl Pages {
    /// `None` where they are not installed.
    pub(super) fn of(sysroot: &Path) -> Option<Pages> {
        let folder = sysroot.join("share/doc/rust/html");
        files::is_folder(&folder).then(|| Pages {
            folder,
            parts: HashMap::new(),
        })
    }

    /// The pages of an exercise that are not there.
    pub(super) fn missing(&mut self, exercise: &Exercise) -> Vec<Finding> {
        exercise
            .docs
            .iter()
            .filter_map(|page| self.fault(exercise, page))
            .collect()
    }

    fn fault(&mut self, exercise: &Exercise, page: &str) -> Option<Finding> {
        let (path, anchor) = page.split_once('#').unwrap_or((page, ""));
        let place = files::inside(&self.folder, path)
            .ok()
            .filter(|place| files::is_file(place));
        let (what, remedy) = match place {
            None => (format!("There is no page `{path}`."), self.near(path)),
            Some(_) if anchor.is_empty() => return None,
            Some(place) => {
                if self.parts(path, &place).contains(anchor) {
                    return None;
                }
                let what = format!("The page `{path}` has no part `#{anchor}`.");
                (
                    what,
                    "Open the page, and copy the link of the heading.".to_owned(),
                )
            }
        };
        Some(Finding {
            place: exercise.declared.clone(),
            rule: Rule::DocsPage,
            exercise: Some(exercise.id.clone()),
            what,
            remedy,
        })
    }

    fn parts(&mut self, path: &str, place: &Path) -> &HashSet<String> {
        let read = || {
            let text = files::read_text(place, MOST).unwrap_or_default();
            let ids = text.split("id=\"").skip(1);
            let ids = ids.filter_map(|rest| Some(rest.split_once('"')?.0.to_owned()));
            ids.collect()
        };
        self.parts.entry(path.to_owned()).or_insert_with(read)
    }

    fn near(&self, path: &str) -> String {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let place = files::inside(&self.folder, folder).unwrap_or_else(|_| self.folder.clone());
        let there = files::names_in(&place);
        match nearest(name, there.iter().map(String::as_str)) {
            Some(near) if folder.is_empty() => format!("Did you mean `{near}`?"),
            Some(near) => format!("Did you mean `{folder}/{near}`?"),
            None => "Give its path below share/doc/rust/html of the toolchain.".to_owned(),
        }
    }
}
