//! The folders of a class, and the course's exercises somewhere in each of them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::course::model::Course;
use crate::system::files;
use crate::view::report;

/// How deep a course may lie in somebody's repository.
const DEPTH: usize = 4;

/// Somebody's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Person {
    /// As the table calls it: the folder's name, or its path as it was given where several have the same name.
    pub(super) name: String,
    /// The folder that holds `exercises/`; or why there is none.
    pub(super) root: Result<PathBuf, &'static str>,
}

/// A folder that is one person's.
struct Own {
    folder: PathBuf,
    /// As the user gave it, from where the command was called.
    given: PathBuf,
    /// One that nobody has named: it may lead to somebody else's work.
    is_link: bool,
}

impl Own {
    fn named(here: &Path, given: PathBuf) -> Own {
        Own {
            folder: here.join(&given),
            given,
            is_link: false,
        }
    }

    fn inside(folder: PathBuf, given: &Path, is_link: bool) -> Own {
        let given = given.join(folder.file_name().unwrap_or_default());
        Own {
            folder,
            given,
            is_link,
        }
    }

    fn root(&self, course: &Course) -> Result<PathBuf, &'static str> {
        if self.is_link {
            Err(report::IS_A_LINK)
        } else if files::is_folder(&self.folder) {
            search(&self.folder, course).ok_or(report::NO_EXERCISES)
        } else if files::exists(&self.folder) {
            Err(report::IS_NO_FOLDER)
        } else {
            Err(report::NO_SUCH_FOLDER)
        }
    }

    /// `.` and `..` have names too; `exercises` is nobody's.
    fn name(&self, course: &Course) -> String {
        let whole = match self.is_link {
            true => self.folder.clone(),
            false => files::canonical(&self.folder).unwrap_or_else(|_| self.folder.clone()),
        };
        let above = whole.parent().filter(|_| is_exercises(&whole, course));
        let own = above.unwrap_or(&whole);
        let name = own.file_name().unwrap_or(own.as_os_str());
        name.to_string_lossy().into_owned()
    }
}

/// Everybody in these folders, given from `here`: each is somebody's, or a folder of folders.
pub(super) fn everybody(here: &Path, given: &[PathBuf], course: &Course) -> Vec<Person> {
    let several = given.len() > 1;
    let own: Vec<Own> = given
        .iter()
        .flat_map(|given| in_one(Own::named(here, given.clone()), several, course))
        .collect();
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    let names: Vec<String> = own.iter().map(|own| own.name(course)).collect();
    for name in &names {
        *times.entry(name.as_str()).or_default() += 1;
    }
    let person = |(own, name): (&Own, &String)| Person {
        name: match times[name.as_str()] {
            1 => name.clone(),
            _ => own.given.display().to_string(),
        },
        root: own.root(course),
    };
    own.iter().zip(&names).map(person).collect()
}

/// A folder of folders is no repository, has no exercise at its top, and has them in two folders at least; a class in
/// which only one has handed in is known by being the only folder that was named.
fn in_one(named: Own, several: bool, course: &Course) -> Vec<Own> {
    let folder = &named.folder;
    let is_own = files::exists(&folder.join(".git"));
    if is_own || found(folder, course) > 0 || is_exercises(folder, course) {
        return vec![named];
    }
    let folders = files::folders_in(folder).into_iter();
    let links = files::links_in(folder).into_iter();
    let all = folders
        .map(|folder| (folder, false))
        .chain(links.map(|link| (link, true)));
    let mut below: Vec<Own> = all
        .filter(|(folder, _)| !is_hidden(folder))
        .map(|(folder, is_link)| Own::inside(folder, &named.given, is_link))
        .collect();
    below.sort_by(|one, other| one.folder.cmp(&other.folder));
    let holding = || below.iter().filter(|own| own.root(course).is_ok()).count();
    match below.len() < 2 || (several && holding() < 2) {
        true => vec![named],
        false => below,
    }
}

/// The folder in a repository that holds most of the course's exercises; of those that hold as many, the one nearest
/// to its top.
fn search(folder: &Path, course: &Course) -> Option<PathBuf> {
    if is_exercises(folder, course) {
        return folder.parent().map(Path::to_owned);
    }
    let mut level = vec![folder.to_owned()];
    let mut best: Option<(usize, PathBuf)> = None;
    for _ in 0..=DEPTH {
        let mut next = Vec::new();
        for at in level {
            let count = found(&at, course);
            let below = files::folders_in(&at).into_iter();
            next.extend(below.filter(|folder| !is_hidden(folder) && !is_never_it(folder)));
            if count > best.as_ref().map_or(0, |(most, _)| *most) {
                best = Some((count, at));
            }
        }
        level = next;
    }
    best.map(|(_, root)| root)
}

/// How many of the course's exercises lie in a folder.
fn found(folder: &Path, course: &Course) -> usize {
    if !files::is_folder(&folder.join("exercises")) {
        return 0;
    }
    let exercises = course.exercises.iter();
    let there = exercises.filter(|exercise| files::is_file(&folder.join(exercise.main_file())));
    there.count()
}

/// Whether this is the folder `exercises` itself of somebody.
fn is_exercises(folder: &Path, course: &Course) -> bool {
    let is_called_so = folder.file_name().is_some_and(|name| name == "exercises");
    let parent = folder.parent().filter(|_| is_called_so);
    parent.is_some_and(|parent| found(parent, course) > 0)
}

/// The copy of the course in a learner's folder among them.
fn is_hidden(folder: &Path) -> bool {
    let name = folder.file_name().unwrap_or_default();
    name.as_encoded_bytes().starts_with(b".")
}

fn is_never_it(folder: &Path) -> bool {
    let name = folder.file_name().unwrap_or_default();
    ["target", "node_modules"]
        .iter()
        .any(|known| name == *known)
}
