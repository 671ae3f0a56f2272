//! `tutor check`: looks once. At the current exercise, at those that are named, at all of them, or at the folders of a
//! class.

mod chosen;
mod class;
mod looking;
mod memory;
mod people;
mod record;

use std::time::Duration;

use anyhow::Context;

use super::builtin;
use super::checker::{self, Checker};
use super::desk::Desk;
use super::exit::Exit;
use super::place::{Kind, Place};
use super::store::{self, Store};
use crate::cli::{Check, CheckFormat};
use crate::engine::AnswerFile;
use crate::session::order;
use crate::system::process::Cancel;
use crate::system::signals::Interrupts;
use crate::view::glyphs::Charset;
use crate::view::report::{self, Entry, Folder, Mark};
use looking::{Looked, Looking};
use memory::Memory;

pub fn run(desk: &Desk, args: &Check) -> anyhow::Result<Exit> {
    let cancel = Cancel::new();
    let interrupts = Interrupts::cancelling(&cancel).context("listen for Ctrl-C")?;
    let outcome = match args.folders.is_empty() {
        true => one_folder(desk, args, &cancel),
        false => class::run(desk, args, &cancel),
    };
    // Whatever it came to: half of it was not looked at.
    match interrupts.caught() {
        true => Ok(Exit::Interrupted),
        false => outcome,
    }
}

fn one_folder(desk: &Desk, args: &Check, cancel: &Cancel) -> anyhow::Result<Exit> {
    let (place, mut store) = store::open(desk)?;
    let chosen = chosen::exercises(&place, store.progress(), args)?;
    let checker = match &args.digest {
        Some(wanted) => Checker::of_digest(&place, wanted, cancel)?,
        None => Checker::open(desk, &place, cancel)?,
    };
    let explicit = !chosen::is_survey(args);
    let alone = chosen.len() == 1 && explicit;
    let untouched = |files: &[AnswerFile]| is_untouched(&place, files);
    let looking = Looking {
        checker: &checker,
        course: &place.course,
        cancel,
        memory: &Memory::open(!alone && !args.no_cache),
        // Who names an exercise wants to hear about it.
        all: alone,
    };
    let tasks: Vec<_> = chosen
        .iter()
        .map(|index| looking::Task {
            index: *index,
            root: &place.root,
            untouched: &untouched,
        })
        .collect();
    let course = &place.course;
    let has_to_build = |index: &usize| {
        let exercise = &course.exercises[*index];
        checker.has_to_build(exercise, checker::read(&place.root, exercise))
    };
    if !course.build.dependencies.is_empty() && chosen.iter().any(has_to_build) {
        desk.notice(&report::building_crates())?;
    }
    let (looked, took) = looking.every(&tasks, &desk.bar(tasks.len(), "checking"));
    if cancel.is_cancelled() {
        return Ok(Exit::Interrupted);
    }
    let mut released = None;
    if explicit || args.record {
        released = record::record(desk, &place, &mut store, &looked, explicit)?;
    }
    let shown = Shown {
        args,
        released: released.filter(|_| alone),
        alone,
        took,
    };
    tell(desk, &place, &store, &looked, &shown)
}

/// How to tell what was found.
struct Shown<'a> {
    args: &'a Check,
    /// Our solution of the one exercise, if that was just done.
    released: Option<String>,
    /// One exercise, and in detail.
    alone: bool,
    took: Duration,
}

fn tell(
    desk: &Desk,
    place: &Place,
    store: &Store,
    looked: &[Looked],
    shown: &Shown<'_>,
) -> anyhow::Result<Exit> {
    let words: Vec<(String, String)> = looked
        .iter()
        .map(|looked| {
            let exercise = &place.course.exercises[looked.index];
            let path = desk.shown(&place.root.join(exercise.main_file()));
            (place.title(exercise), path)
        })
        .collect();
    let current = place.current(store.progress());
    let entries = looked.iter().zip(&words).map(|(looked, (title, path))| {
        let state = order::state_of(&place.course, store.progress(), looked.index);
        looked.entry(&place.course, title, path, state, looked.index == current)
    });
    let folder = Folder {
        name: &place.course.id,
        problem: None,
        entries: entries.collect(),
    };
    let exit = exit(std::slice::from_ref(&folder));
    let (width, charset, took) = (desk.width(), Charset::Boxes, shown.took);
    let folders = std::slice::from_ref(&folder);
    if let Some(text) = formatted(shown.args.format, folders, false, took) {
        desk.put(text.as_bytes())?;
        return Ok(exit);
    }
    desk.say(&match folder.entries.as_slice() {
        [entry] if shown.alone => {
            let released = shown.released.as_deref();
            report::one(entry, released, width, charset)
        }
        _ => report::table(&folder, took, width, charset),
    })?;
    Ok(exit)
}

/// The formats for scripts; none for people.
fn formatted(
    format: CheckFormat,
    folders: &[Folder<'_>],
    class: bool,
    took: Duration,
) -> Option<String> {
    match format {
        CheckFormat::Text => None,
        CheckFormat::Json => Some(report::json(folders, class)),
        CheckFormat::Junit => Some(report::junit(folders, took)),
        CheckFormat::Github => Some(report::github(folders, took)),
        CheckFormat::Csv => Some(report::csv(folders, class)),
    }
}

/// What all of it comes to. What this machine cannot check is no failure, unless there is nothing else.
fn exit(folders: &[Folder<'_>]) -> Exit {
    let entries = || folders.iter().flat_map(|folder| &folder.entries);
    let any = |mark: Mark| entries().any(|entry: &Entry<'_>| entry.mark() == mark);
    let problem = folders.iter().any(|folder| folder.problem.is_some());
    if any(Mark::Broken) {
        Exit::Broken
    } else if problem || any(Mark::NotYet) || any(Mark::Unclear) || any(Mark::Untouched) {
        Exit::NotYet
    } else if any(Mark::Skipped) && !any(Mark::Passed) {
        Exit::Broken
    } else {
        Exit::Passed
    }
}

/// In a course's own folder the copies of first sight tell; where there is none, in a clone of the course that is built
/// in, the binary does.
fn is_untouched(place: &Place, files: &[AnswerFile]) -> bool {
    let builtin = |path: &str| {
        let mut all = builtin::files();
        let found = all.find(|(known, _)| *known == path)?;
        (place.kind == Kind::Course).then(|| found.1.to_vec())
    };
    let starter = |path: &str| place.starter(path).or_else(|| builtin(path));
    looking::are(files, starter)
}
