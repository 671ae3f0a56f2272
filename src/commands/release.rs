//! What a learner's folder shows as its exercises are done: their solutions, and to the editor what is current.
//! Of a course's own folder only `.tutor` is written to.

use anyhow::Context;

use super::parts;
use super::place::{COURSE, Kind, Place};
use super::store;
use crate::course::SUPPORT;
use crate::course::manifest::{self, Listed};
use crate::session::order;
use crate::session::progress::{Progress, State};
use crate::system::files;

/// Puts our solution of an exercise into `solutions/`: the paths of its files in the folder, the main one first; empty
/// where the course has none. A file that is there already is not written over: somebody may have worked on it.
pub fn solution(place: &Place, exercise: usize) -> anyhow::Result<Vec<String>> {
    let paths = solution_paths(place, exercise);
    if place.kind == Kind::Learner {
        for path in &paths {
            let target = place.at(path)?;
            let Some(bytes) = place.locked(path).filter(|_| !files::exists(&target)) else {
                continue;
            };
            files::write_new(&target, &bytes).with_context(|| format!("write {path}"))?;
        }
    }
    Ok(paths)
}

/// The text of our solution's main file, if the course has one.
pub fn solution_text(place: &Place, exercise: usize) -> Option<String> {
    let path = place.course.exercises[exercise].solution_file();
    let bytes = place.locked(&path)?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// Where the course has its solution of an exercise, the main file first.
pub fn solution_paths(place: &Place, exercise: usize) -> Vec<String> {
    let exercise = &place.course.exercises[exercise];
    let below = files::list_below(&place.text_root().join("solutions"));
    let paths = below
        .into_iter()
        .map(|path| format!("solutions/{path}"))
        .collect();
    parts::solution(&place.course, exercise, &paths)
}

/// Writes the manifest for the editor again: what is done and what is current. Untouched where nothing changed, so that
/// the editor does not begin anew.
pub fn manifest(place: &Place, progress: &Progress) -> anyhow::Result<()> {
    let (home, course) = match place.kind {
        Kind::Learner => (manifest::OWN, format!("{COURSE}/")),
        Kind::Course => (manifest::ASIDE, String::new()),
    };
    // Where nothing of ours can be written to, there is no editor in it, or a stranger has made the folder.
    if store::own_folder(&place.root, place.kind).is_err() {
        return Ok(());
    }
    let lib = format!("{course}{SUPPORT}");
    let support = files::is_file(&place.root.join(&lib)).then_some(lib.as_str());
    for file in manifest::manifests(&place.course, &listed(place, progress), support, home) {
        if place.found(file.path).as_deref() == Some(file.text.as_bytes()) {
            continue;
        }
        let target = place.at(file.path)?;
        if let Some(folder) = target.parent() {
            files::make_folder(folder)?;
        }
        files::write_atomic(&target, file.text.as_bytes())?;
    }
    Ok(())
}

fn listed(place: &Place, progress: &Progress) -> Vec<Listed> {
    let course = &place.course;
    let all = order::on_track(course, None);
    let current = order::current(course, &all, progress);
    let listed = all.into_iter().filter_map(|exercise| {
        let done = order::state_of(course, progress, exercise) == State::Done;
        let main = course.exercises[exercise].main_file();
        let text = (done || current == Some(exercise))
            .then(|| place.found(main))
            .flatten()?;
        Some(Listed {
            exercise,
            done,
            has_main: manifest::has_main(&String::from_utf8_lossy(&text)),
        })
    });
    listed.collect()
}
