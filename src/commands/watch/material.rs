//! What a sitting is about, read from the course.

use super::super::place::{Kind, Place};
use crate::course::card::{Card, card};
use crate::course::model::Chapter;
use crate::session::lesson::Lesson;
use crate::session::sitting::Material;

pub(super) fn gather(place: &Place, path: Vec<usize>, auto_next: bool) -> Material {
    let course = &place.course;
    let lessons = course.exercises.iter().map(|exercise| {
        let starter = place.locked(exercise.main_file()).unwrap_or_default();
        Lesson::of(exercise, &String::from_utf8_lossy(&starter))
    });
    Material {
        lessons: lessons.collect(),
        cards: course
            .chapters
            .iter()
            .map(|chapter| card_of(place, chapter))
            .collect(),
        course: course.clone(),
        path,
        auto_next,
        course_folder: place.kind == Kind::Course,
    }
}

fn card_of(place: &Place, chapter: &Chapter) -> Option<Card> {
    let path = format!("exercises/{}/README.md", chapter.dir);
    let text = place.locked(&path)?;
    let (card, _) = card(&path, &String::from_utf8_lossy(&text));
    (!card.about.is_empty() || !card.words.is_empty()).then_some(card)
}
