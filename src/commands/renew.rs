//! A newer course over a learner's folder: [`upgrade`] says what is to be done, this does it.

use std::path::Path;

use anyhow::Context;

use super::desk::Desk;
use super::exit::Exit;
use super::layout;
use super::parts::Files;
use super::place::{COURSE, Place};
use super::release;
use super::reset;
use super::source::Source;
use super::stop::Stop;
use super::store::{self, Store};
use super::upgrade::{self, Step};
use crate::cli::Init;
use crate::course::model::Format;
use crate::system::files::{self, Backup, TempFolder};
use crate::view::folder::{self, Upgraded};
use crate::view::keeping::Notice;

/// The exercises first, the course's own text last: what is interrupted is done again from where it was.
pub fn run(desk: &Desk, root: &Path, new: &Source, args: &Init) -> anyhow::Result<()> {
    // A copy that is damaged is no fault of the learner's: it is written anew, and every exercise counts as edited.
    let old = Source::in_folder(desk, root).ok();
    refuse_another_course(desk, root, old.as_ref(), new)?;
    let found = |path: &str| {
        let place = files::inside(root, path).ok()?;
        files::read_bounded(&place, MOST_TEXT).ok()
    };
    let steps = upgrade::plan(old.as_ref().map(Source::version), new.version(), found);
    let mut kept = Vec::new();
    for step in &steps {
        let taken = take(desk, root, step);
        kept.extend(taken.map_err(|error| reset::naming_copies(error, root, &kept))?);
    }
    let had = old
        .as_ref()
        .is_none_or(|old| layout::has_solutions(&old.files));
    let locked = layout::locked(new, had && !args.no_solutions);
    replace_course(root, &locked).context("replace .tutor/course")?;
    settle(desk, root, new)?;
    let kept = kept.iter().map(|copy| desk.shown(&root.join(&copy.path)));
    let report = Upgraded {
        kept: kept.collect(),
        ..report(steps)
    };
    desk.say(&folder::upgraded(&desk.shown(root), &report))
}

/// Larger than any text that somebody wrote.
const MOST_TEXT: u64 = 64 << 20;

/// Somebody else's exercises over one's own would make a mess of both. What a damaged copy does not tell any more stands
/// in the progress.
fn refuse_another_course(
    desk: &Desk,
    root: &Path,
    old: Option<&Source>,
    new: &Source,
) -> Result<(), Stop> {
    let new = &new.course;
    // A course of version 1 has no id of its own, only its folder's name.
    let nameless = |format| format == Format::Rustlings && new.format == Format::Rustlings;
    let theirs = match old.map(|old| &old.course) {
        Some(old) if old.id == new.id || nameless(old.format) => return Ok(()),
        Some(old) => old.title.clone(),
        None => match store::course_of(root) {
            Some(id) if id != new.id => id,
            _ => return Ok(()),
        },
    };
    let lines = folder::has_another_course(&desk.shown(root), &theirs, &new.title);
    Err(Stop::new(Exit::Usage, lines))
}

/// Gives the copy of what had to make room.
fn take(desk: &Desk, root: &Path, step: &Step) -> anyhow::Result<Option<Backup>> {
    match step {
        Step::Move { from, to } => {
            let (from, to) = (files::inside(root, from)?, files::inside(root, to)?);
            if let Some(folder) = to.parent() {
                files::make_folder(folder)?;
            }
            anyhow::ensure!(
                !files::exists(&to),
                "move {}: something is in the way, {}",
                from.display(),
                to.display()
            );
            files::rename(&from, &to).with_context(|| format!("move {}", from.display()))?;
        }
        Step::Add { path, bytes } => {
            let place = files::inside(root, path)?;
            files::write_new(&place, bytes)
                .with_context(|| format!("write {}", place.display()))?;
        }
        Step::Replace { path, bytes } => {
            files::write_atomic(&files::inside(root, path)?, bytes)?;
        }
        Step::Beside { path, bytes } => {
            let place = files::inside(root, path)?;
            // What stands there from an earlier upgrade may have been worked on.
            if files::read_bounded(&place, MOST_TEXT).is_ok_and(|found| found == *bytes) {
                return Ok(None);
            }
            let kept = files::back_up(root, path, desk.now)?;
            files::write_atomic(&place, bytes)
                .map_err(|trouble| reset::naming_copies(trouble.into(), root, kept.as_slice()))?;
            return Ok(kept);
        }
    }
    Ok(None)
}

/// Where the old copy waits while the new one takes its name.
const OLD: &str = ".tutor/course.old";

/// The new copy is whole before the old one goes.
fn replace_course(root: &Path, locked: &Files) -> anyhow::Result<()> {
    let (course, old) = (files::inside(root, COURSE)?, files::inside(root, OLD)?);
    let temp = TempFolder::new_in(&root.join(".tutor"), "course-")?;
    let whole = temp.path().join("course");
    files::make_folder(&whole)?;
    files::write_tree(
        &whole,
        locked
            .iter()
            .map(|(path, bytes)| (path.as_str(), bytes.as_slice())),
    )?;
    files::remove_folder(&old)?;
    files::rename(&course, &old)?;
    files::rename(&whole, &course)?;
    files::remove_folder(&old)?;
    Ok(())
}

/// Brings the old copy back where an upgrade was interrupted between two renames.
pub fn recover(root: &Path) {
    let (Ok(course), Ok(old)) = (files::inside(root, COURSE), files::inside(root, OLD)) else {
        return;
    };
    if !files::exists(&course) && files::is_folder(&old) {
        // If it cannot be moved, the folder is no learner's folder, and that is said.
        let _ = files::rename(&old, &course);
    }
}

/// What every learner's folder has beside the course, where it is missing; and the editor's manifest.
fn settle(desk: &Desk, root: &Path, new: &Source) -> anyhow::Result<()> {
    for (path, text) in layout::SETTINGS {
        let place = files::inside(root, path)?;
        if !files::exists(&place) {
            files::write_new(&place, text.as_bytes()).with_context(|| format!("write {path}"))?;
        }
    }
    let place = Place::learner(root, new.course.clone());
    let (mut store, notices) = Store::open(&place, desk.now);
    store::tell(desk, &notices)?;
    if notices
        .iter()
        .any(|notice| matches!(notice, Notice::Gone { .. }))
    {
        // It is said once.
        let current = &place.course.exercises[place.current(store.progress())];
        let notices = store.change(|progress| progress.here = Some(current.id.clone()));
        store::tell(desk, &notices)?;
    }
    release::manifest(&place, store.progress())
}

fn report(steps: Vec<Step>) -> Upgraded {
    let mut report = Upgraded::default();
    for step in steps {
        match step {
            Step::Move { from, to } => report.moved.push((from, to)),
            Step::Add { path, .. } => report.added.push(path),
            Step::Replace { path, .. } => report.replaced.push(path),
            Step::Beside { path, .. } => report.beside.push(path),
        }
    }
    report
}
