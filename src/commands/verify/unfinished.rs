//! What `tutor new` has left in manifests and cards.

use std::collections::HashSet;

use super::chosen::Chosen;
use super::survey::Survey;
use crate::course::model::Course;
use crate::system::files;
use crate::verify::{Finding, cards, placeholders};

const MOST: u64 = 64 << 20;

/// Of these exercises and their chapters; of a whole course, all of it.
pub(super) fn findings(survey: &Survey, course: &Course, chosen: &Chosen) -> Vec<Finding> {
    let exercises = chosen
        .exercises
        .iter()
        .map(|index| &course.exercises[*index]);
    let ids: HashSet<&str> = exercises.map(|exercise| exercise.id.as_str()).collect();
    let counts = |finding: &Finding| match &finding.exercise {
        Some(id) => ids.contains(id.as_str()),
        None => chosen.course_wide,
    };
    let manifests = survey.manifests.iter();
    let in_manifests = manifests.flat_map(|file| {
        let text = String::from_utf8_lossy(&file.bytes);
        placeholders::in_manifest(&file.path, &text, &course.exercises)
    });
    let in_cards = chosen.chapters.iter().flat_map(|index| {
        let path = cards::path(&course.chapters[*index]);
        let place = files::inside(&survey.root, &path).ok();
        let text = place.and_then(|place| files::read_text(&place, MOST).ok());
        placeholders::in_file(&path, &text.unwrap_or_default(), None)
    });
    in_manifests.filter(counts).chain(in_cards).collect()
}
