//! Copies of first sight: in a course's own folder nothing else knows what an exercise was before somebody worked on it.

use super::place::{FIRST, Kind, Place};
use super::store;
use crate::session::progress::{Progress, State};
use crate::system::files;

/// Keeps a copy of every exercise that nobody has begun. It follows the course until then: `git pull` may change it.
pub fn keep(place: &Place, progress: &Progress) -> anyhow::Result<()> {
    if place.kind == Kind::Learner {
        return Ok(());
    }
    for exercise in &place.course.exercises {
        let record = progress.exercises.get(&exercise.id);
        let here = progress.here.as_deref() == Some(&*exercise.id);
        let begun =
            here || record.is_some_and(|record| record.attempts > 0 || record.state != State::Todo);
        for path in &exercise.files {
            let copy = place.starter(path);
            if begun && copy.is_some() {
                continue;
            }
            if let Some(bytes) = place
                .found(path)
                .filter(|found| copy.as_ref() != Some(found))
            {
                write(place, path, &bytes)?;
            }
        }
    }
    Ok(())
}

fn write(place: &Place, path: &str, bytes: &[u8]) -> anyhow::Result<()> {
    store::own_folder(&place.root, place.kind).map_err(anyhow::Error::msg)?;
    let copy = files::inside(&place.root, &format!("{FIRST}/{path}"))?;
    if let Some(folder) = copy.parent() {
        files::make_folder(folder)?;
    }
    Ok(files::write_atomic(&copy, bytes)?)
}
