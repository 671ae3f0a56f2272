//! The first row: where the learner is.

use super::super::edges::bar;
use super::super::screen::Header;
use super::super::text::{Line, Role};
use crate::course::model::{Course, Exercise};
use crate::session::order::state_of;
use crate::session::progress::State;
use crate::session::sitting::Sitting;

/// `03.2`
pub(super) fn number(course: &Course, exercise: &Exercise) -> String {
    format!(
        "{:02}.{}",
        course.chapter_of(exercise).number,
        exercise.number
    )
}

/// Number and title; at the right the chapter, the place in it, and how much is done.
pub(super) fn of_exercise(sitting: &Sitting) -> Header {
    let (course, exercise) = (sitting.course(), sitting.exercise());
    let chapter = course.chapter_of(exercise);
    let path = &sitting.material().path;
    let together = sitting.reviews().is_some();
    let in_chapter =
        |index: &&usize| together || course.exercises[**index].chapter == exercise.chapter;
    let all = path.iter().filter(in_chapter).count();
    let place = path
        .iter()
        .filter(in_chapter)
        .position(|&index| index == sitting.here());
    let place = place.map_or_else(String::new, |place| format!("{} of {all}", place + 1));
    let done = done(sitting);
    let bar = bar(done, path.len());
    let total = format!("{done} of {}", path.len());
    let title = &chapter.title;
    let left = format!(" {}  ", number(course, exercise));
    let title = match sitting.reviews() {
        Some(_) => "Review",
        None => title,
    };
    Header {
        left: Line::of(left, Role::Quiet).and(sitting.lesson().title.as_str(), Role::Strong),
        right: vec![
            format!("{title} {place}    {bar} {total}"),
            format!("{title} {place}    {total}"),
            format!("{place}    {total}"),
            total,
        ],
    }
}

pub(super) fn done(sitting: &Sitting) -> usize {
    let path = sitting.material().path.iter();
    let is_done =
        |index: &&usize| state_of(sitting.course(), sitting.progress(), **index) == State::Done;
    path.filter(is_done).count()
}
