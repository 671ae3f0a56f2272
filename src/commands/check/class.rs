//! `tutor check --in`: the folders of others, judged by the course's own tests. What they bring besides their answers
//! is never run, so that nobody can bring tests of their own. One that cannot be looked at does not stop the others.

use std::path::{Path, PathBuf};

use super::looking::{self, Looked, Looking, Task};
use super::memory::Memory;
use super::people::{self, Person};
use super::{chosen, exit, formatted};
use crate::cli::Check;
use crate::commands::checker::Checker;
use crate::commands::desk::Desk;
use crate::commands::exit::Exit;
use crate::commands::place::{self, COURSE, Kind};
use crate::commands::source::Source;
use crate::commands::{consent, digest};
use crate::course::model::Course;
use crate::engine::AnswerFile;
use crate::session::order;
use crate::session::progress::Progress;
use crate::session::progress_text;
use crate::system::files;
use crate::system::process::Cancel;
use crate::view::report::{self, Folder, Judge};

/// A class's worth of progress would fit.
const MOST_PROGRESS: u64 = 1 << 20;

pub(super) fn run(desk: &Desk, args: &Check, cancel: &Cancel) -> anyhow::Result<Exit> {
    let folder = folder_of_the_course(desk, args);
    let source = course_to_mark_with(desk, args, folder.as_deref())?;
    let course = source.course.clone();
    let indices = chosen::named_or_all(&course, args)?;
    let everybody = people::everybody(&desk.here, &args.folders, &course);
    let everybody = chosen::part(everybody, args.partition);
    let checker = Checker::marking(desk, source, cancel)?;
    let memory = Memory::open(!args.no_cache);
    let looking = Looking {
        checker: &checker,
        course: &course,
        cancel,
        memory: &memory,
        all: false,
    };
    let (looked, took) = look(desk, &looking, &everybody, &indices);
    if cancel.is_cancelled() {
        return Ok(Exit::Interrupted);
    }
    let class = Class {
        titles: titles(&course, &checker),
        course,
        everybody,
    };
    let paths = class.paths(desk, &looked, indices.len());
    let folders = class.folders(&looked, &paths, indices.len());
    match formatted(args.format, &folders, true, took) {
        Some(text) => desk.put(text.as_bytes())?,
        None => {
            let dir = folder.map(|folder| desk.shown(&folder));
            let judge = Judge {
                course: &class.course,
                dir: dir.as_deref(),
            };
            desk.say(&report::class(&folders, &judge, took))?;
        }
    }
    Ok(exit(&folders))
}

/// The folder that `--course` names; else the course's own folder that this was called in. None: the course that is
/// built in. A learner's folder brings what its owner has made of the course, and a folder that is to be marked may
/// hold anything: neither is asked.
fn folder_of_the_course(desk: &Desk, args: &Check) -> Option<PathBuf> {
    if let Some(dir) = &desk.globals.course {
        return Some(desk.here.join(dir));
    }
    let (folder, kind) = place::around(&desk.here)?;
    let is_marked = |given: &PathBuf| {
        let marked = desk.here.join(given);
        let marked = files::canonical(&marked).unwrap_or(marked);
        folder.starts_with(marked)
    };
    let own = kind == Kind::Course && !args.folders.iter().any(is_marked);
    own.then(|| folder.to_owned())
}

/// The course in this folder, once the user has said yes to it; else the one that is built in.
fn course_to_mark_with(desk: &Desk, args: &Check, folder: Option<&Path>) -> anyhow::Result<Source> {
    let source = match folder {
        None => Source::builtin()?,
        Some(dir) => Source::in_folder(desk, dir)?,
    };
    match &args.digest {
        Some(wanted) => consent::demand_digest(wanted, &digest::of_files(&source.files))?,
        None if folder.is_some() => consent::demand(desk, &place::open(desk)?)?,
        None => {}
    }
    Ok(source)
}

/// Everybody's exercises, one person after the other.
fn look(
    desk: &Desk,
    looking: &Looking<'_>,
    everybody: &[Person],
    indices: &[usize],
) -> (Vec<Looked>, std::time::Duration) {
    let roots: Vec<&Path> = everybody
        .iter()
        .filter_map(|person| person.root.as_deref().ok())
        .collect();
    let untouched: Vec<_> = roots
        .iter()
        .map(|root| move |files: &[AnswerFile]| is_untouched(looking.checker, root, files))
        .collect();
    let tasks = roots.iter().zip(&untouched).flat_map(|(root, untouched)| {
        indices.iter().map(move |index| Task {
            index: *index,
            root,
            untouched,
        })
    });
    let tasks: Vec<Task<'_>> = tasks.collect();
    looking.every(&tasks, &desk.bar(tasks.len(), "checking"))
}

/// As the course has it now, or as it was when the folder was written.
fn is_untouched(checker: &Checker, root: &Path, files: &[AnswerFile]) -> bool {
    let theirs = |path: &str| {
        let copy = files::inside(root, &format!("{COURSE}/{path}")).ok()?;
        files::read_bounded(&copy, 1 << 20).ok()
    };
    looking::are(files, |path| checker.locked(path)) || looking::are(files, theirs)
}

fn titles(course: &Course, checker: &Checker) -> Vec<String> {
    let exercises = course.exercises.iter();
    exercises
        .map(|exercise| {
            let starter = checker.locked(exercise.main_file()).unwrap_or_default();
            place::title_of(exercise, &starter)
        })
        .collect()
}

/// Who was looked at, and with which course.
struct Class {
    course: Course,
    titles: Vec<String>,
    everybody: Vec<Person>,
}

impl Class {
    fn roots(&self) -> impl Iterator<Item = &Path> {
        let roots = self.everybody.iter();
        roots.filter_map(|person| person.root.as_deref().ok())
    }

    /// Where each main file lies that was looked at.
    fn paths(&self, desk: &Desk, looked: &[Looked], each: usize) -> Vec<String> {
        let by_root = self.roots().zip(looked.chunks(each.max(1)));
        by_root
            .flat_map(|(root, looked)| {
                let exercises = looked
                    .iter()
                    .map(|looked| &self.course.exercises[looked.index]);
                exercises.map(move |exercise| desk.shown(&root.join(exercise.main_file())))
            })
            .collect()
    }

    fn folders<'a>(
        &'a self,
        looked: &'a [Looked],
        paths: &'a [String],
        each: usize,
    ) -> Vec<Folder<'a>> {
        let each = each.max(1);
        let mut found = looked.chunks(each).zip(paths.chunks(each));
        let everybody = self.everybody.iter();
        everybody
            .map(|person| match &person.root {
                Err(problem) => Folder {
                    name: &person.name,
                    problem: Some(problem),
                    entries: Vec::new(),
                },
                Ok(root) => self.folder(person, root, found.next().unwrap_or_default()),
            })
            .collect()
    }

    fn folder<'a>(
        &'a self,
        person: &'a Person,
        root: &Path,
        (looked, paths): (&'a [Looked], &'a [String]),
    ) -> Folder<'a> {
        let progress = progress(root);
        let entries = looked.iter().zip(paths).map(|(looked, path)| {
            let state = order::state_of(&self.course, &progress, looked.index);
            looked.entry(&self.course, &self.titles[looked.index], path, state, false)
        });
        Folder {
            name: &person.name,
            problem: None,
            entries: entries.collect(),
        }
    }
}

/// What somebody's folder says of itself. It is only read: a damaged one is not ours to mend.
fn progress(root: &Path) -> Progress {
    let file = files::inside(root, ".tutor/progress.toml").ok();
    let bytes = file.and_then(|file| files::read_bounded(&file, MOST_PROGRESS).ok());
    let read = bytes.and_then(|bytes| progress_text::read(&bytes).ok());
    read.unwrap_or_default()
}
