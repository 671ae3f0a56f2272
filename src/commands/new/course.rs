//! A whole course in a folder of its own.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::Context;

use crate::commands::desk::Desk;
use crate::commands::exit::Exit;
use crate::commands::init::{fill, first_part};
use crate::commands::parts;
use crate::commands::place::{self, Kind};
use crate::commands::stop::Stop;
use crate::course::scaffold::whole_course;
use crate::system::files::{self, TempFolder};
use crate::view::scaffold;

pub fn run(desk: &Desk, dir: &Path) -> anyhow::Result<Exit> {
    let dir: PathBuf = desk.here.join(dir).components().collect();
    let dir = files::canonical(&dir).unwrap_or(dir);
    let shown = desk.shown(&dir);
    refuse_what_is_there(&dir, &shown)?;
    let name = dir.file_name().unwrap_or_default().to_string_lossy();
    let course = whole_course(&name, env!("CARGO_PKG_VERSION"));
    write(&dir, &course).with_context(|| format!("write {shown}"))?;
    desk.say(&scaffold::new_course(&shown, &course))?;
    desk.advise(&scaffold::go_on_with_course(&shown))?;
    Ok(Exit::Passed)
}

/// Only what is not there, is empty, or is a repository with nothing in it yet may become a course.
fn refuse_what_is_there(dir: &Path, shown: &str) -> Result<(), Stop> {
    let refuse = |lines| Err(Stop::new(Exit::Usage, lines));
    if !files::exists(dir) {
        return Ok(());
    }
    if place::kind_of(dir) == Some(Kind::Course) {
        return refuse(scaffold::is_a_course(shown));
    }
    if !files::is_folder(dir) {
        return refuse(scaffold::is_no_folder(shown));
    }
    match files::names_in(dir).iter().all(|name| name == ".git") {
        true => Ok(()),
        false => refuse(scaffold::is_not_empty(shown)),
    }
}

/// Writes all of it beside the target, and only then gives it its name: half a course is never seen.
fn write(dir: &Path, course: &[(String, String)]) -> anyhow::Result<()> {
    let parent = dir.parent().context("it has no folder above it")?;
    files::make_folder(parent)?;
    let temp = TempFolder::new_in(parent, ".tutor-new-")?;
    // One level down: the temporary folder itself is for our eyes only, and its modes would stay.
    let whole = temp.path().join("whole");
    let texts = course.iter();
    files::write_tree(
        &whole,
        texts.map(|(path, text)| (path.as_str(), text.as_bytes())),
    )?;
    if files::exists(dir) {
        let names: BTreeSet<&str> = course.iter().map(|(path, _)| first_part(path)).collect();
        return fill(&whole, dir, names, parts::INFO);
    }
    files::rename(&whole, dir)?;
    Ok(())
}
