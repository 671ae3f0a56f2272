//! `tutor init`: a folder to learn in. In one that is there already, the newest course.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::Context;

use super::classroom;
use super::desk::Desk;
use super::exit::Exit;
use super::layout;
use super::place::{self, Kind, Place};
use super::release;
use super::renew;
use super::source::Source;
use super::stop::Stop;
use crate::cli::Init;
use crate::session::progress::Progress;
use crate::system::files::{self, TempFolder};
use crate::view::folder::{self, Written};

pub fn run(desk: &Desk, args: &Init) -> anyhow::Result<Exit> {
    let source = match &args.from {
        Some(from) => Source::in_folder(desk, &desk.here.join(from))?,
        None => Source::builtin()?,
    };
    let dir = target(desk, args.dir.as_deref());
    if place::kind_of(&dir) == Some(Kind::Learner) {
        renew::run(desk, &dir, &source, args)?;
    } else {
        begin(desk, &dir, &source, args)?;
    }
    if args.classroom {
        classroom::write(desk, &dir, &source)?;
    }
    Ok(Exit::Passed)
}

/// Where there was none.
fn begin(desk: &Desk, dir: &Path, source: &Source, args: &Init) -> anyhow::Result<()> {
    refuse_what_is_there(desk, dir)?;
    let solutions = !args.no_solutions && layout::has_solutions(&source.files);
    write(dir, source, solutions).with_context(|| format!("write {}", desk.shown(dir)))?;
    let written = Written {
        dir: &desk.shown(dir),
        exercises: source.course.exercises.len(),
        solutions,
    };
    desk.say(&folder::written(written))
}

/// The folder that was named; else the learner's folder around us; else a new one.
fn target(desk: &Desk, named: Option<&Path>) -> PathBuf {
    if let Some(named) = named {
        let dir = desk.here.join(named);
        return files::canonical(&dir).unwrap_or_else(|_| dir.components().collect());
    }
    let around = desk
        .here
        .ancestors()
        .find(|at| place::kind_of(at).is_some());
    match around {
        Some(at) if place::kind_of(at) == Some(Kind::Learner) => at.to_owned(),
        _ => desk.here.join("rust-tutor"),
    }
}

/// Only what is not there, or is an empty folder, may become a learner's folder.
fn refuse_what_is_there(desk: &Desk, dir: &Path) -> Result<(), Stop> {
    let shown = desk.shown(dir);
    let refuse = |lines| Err(Stop::new(Exit::Usage, lines));
    if !files::exists(dir) {
        return Ok(());
    }
    if place::kind_of(dir) == Some(Kind::Course) {
        return refuse(folder::is_a_course(&shown));
    }
    if !files::is_folder(dir) {
        return refuse(folder::is_no_folder(&shown));
    }
    match files::is_empty_folder(dir) {
        Ok(true) => Ok(()),
        Ok(false) => refuse(folder::is_not_empty(&shown)),
        Err(why) => refuse(folder::cannot_be_read(&shown, &why.to_string())),
    }
}

/// Writes all of it beside the target, and only then gives it its name: half a folder is never seen.
fn write(dir: &Path, source: &Source, solutions: bool) -> anyhow::Result<()> {
    let parent = dir.parent().context("it has no folder above it")?;
    files::make_folder(parent)?;
    let temp = TempFolder::new_in(parent, ".tutor-init-")?;
    // One level down: the temporary folder itself is for our eyes only, and its modes would stay.
    let whole = temp.path().join("whole");
    let fresh = layout::fresh(source, solutions);
    files::make_folder(&whole)?;
    files::write_tree(
        &whole,
        fresh
            .iter()
            .map(|(path, bytes)| (path.as_str(), bytes.as_slice())),
    )?;
    if solutions {
        files::make_folder(&whole.join("solutions"))?;
    }
    let place = Place::learner(&whole, source.course.clone());
    release::manifest(&place, &Progress::default())?;
    if files::exists(dir) {
        let names = fresh
            .keys()
            .map(String::as_str)
            .chain(["solutions", "Cargo.toml"]);
        return fill(&whole, dir, names.map(first_part).collect(), ".tutor");
    }
    files::rename(&whole, dir)?;
    Ok(())
}

/// Into an empty folder, which may be somebody's current one and has to stay the same. `last` is what makes it a
/// learner's folder, or a course's.
pub(super) fn fill(
    whole: &Path,
    dir: &Path,
    names: BTreeSet<&str>,
    last: &str,
) -> anyhow::Result<()> {
    let (ours, theirs): (Vec<&str>, Vec<&str>) = names.into_iter().partition(|name| *name == last);
    for name in theirs.into_iter().chain(ours) {
        let from = whole.join(name);
        if files::exists(&from) {
            files::rename(&from, &dir.join(name))?;
        }
    }
    Ok(())
}

pub(super) fn first_part(path: &str) -> &str {
    path.split('/').next().unwrap_or(path)
}
