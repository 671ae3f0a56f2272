//! `tutor review`: what was mended comes back as a prediction, in a sitting of its own.

mod asked;

pub use asked::{Asked, askable, locked, put_back};

use super::consent;
use super::desk::Desk;
use super::exit::Exit;
use super::place::{Kind, Place};
use super::store;
use super::watch;
use crate::course::model::Course;
use crate::session::calendar;
use crate::session::lesson::Lesson;
use crate::session::progress::Progress;
use crate::session::review::{self, Answer, Reviews};
use crate::session::sitting::{Material, Sitting};
use crate::view::{keeping, reviewing};

pub fn run(desk: &Desk) -> anyhow::Result<Exit> {
    let (place, store) = store::open(desk)?;
    let today = calendar::day(desk.now);
    let due = review::due(&place.course, store.progress(), today);
    let gone = review::vanished(&place.course, store.progress(), today);
    desk.notice(&reviewing::vanished(&gone))?;
    let asked = askable(&place, store.progress(), today);
    let unasked = due
        .today
        .iter()
        .filter(|index| asked.iter().all(|asked| asked.exercise != **index));
    for &exercise in unasked {
        let words = super::arrive::named(desk, &place, exercise);
        desk.notice(&reviewing::cannot_be_asked(&words.borrowed()))?;
    }
    if asked.is_empty() {
        desk.say(&reviewing::nothing_due(due.next.map(|day| day - today)))?;
        return Ok(Exit::Passed);
    }
    consent::demand(desk, &place)?;
    let records = asked.iter().map(|asked| asked.record(&place, &store));
    let reviews = Reviews::new(records.collect(), due.next);
    let exercises: Vec<usize> = asked.iter().map(|asked| asked.exercise).collect();
    let place = Place {
        course: review::course(&place.course, &exercises),
        ..place
    };
    for asked in &asked {
        asked::write(desk, &place, asked)?;
    }
    let sitting = Sitting::of_reviews(material(&place, &asked), reviews);
    watch::sit(desk, &place, store, sitting, &asked)
}

fn material(place: &Place, asked: &[Asked]) -> Material {
    let course: &Course = &place.course;
    let lessons = course.exercises.iter().zip(asked);
    Material {
        lessons: lessons
            .map(|(exercise, asked)| Lesson::of(exercise, &asked.text))
            .collect(),
        cards: vec![None; course.chapters.len()],
        course: course.clone(),
        path: Vec::new(),
        auto_next: false,
        course_folder: place.kind == Kind::Course,
    }
}

/// Writes down the answers that were given so far.
pub fn record(progress: &mut Progress, answers: &[(&str, Answer)]) {
    for (id, Answer { at, right }) in answers {
        let record = progress.exercises.entry((*id).to_owned()).or_default();
        review::record(record, *at, *right);
    }
}
