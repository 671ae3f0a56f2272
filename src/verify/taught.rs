//! Whether everything that an exercise builds on was taught before it: in the course, and on each track that it is on.

use std::collections::{BTreeMap, HashSet};

use super::finding::{Finding, Rule};
use crate::course::model::{Course, Exercise};
use crate::course::nearest;

/// One finding for each concept that comes too early.
pub fn too_early(course: &Course) -> Vec<Finding> {
    let mut first: BTreeMap<&str, &Exercise> = BTreeMap::new();
    for exercise in &course.exercises {
        for concept in &exercise.teaches {
            first.entry(concept).or_insert(exercise);
        }
    }
    let mut known = Known::default();
    let mut found = Vec::new();
    for exercise in &course.exercises {
        for concept in &exercise.builds_on {
            found.extend(known.lacks(exercise, concept, &first));
        }
        known.learn(exercise);
    }
    found
}

/// What was taught so far.
#[derive(Default)]
struct Known<'c> {
    everywhere: HashSet<&'c str>,
    on_track: HashSet<(&'c str, &'c str)>,
}

impl<'c> Known<'c> {
    fn learn(&mut self, exercise: &'c Exercise) {
        for concept in &exercise.teaches {
            self.everywhere.insert(concept);
            let tracks = exercise.tracks.iter();
            self.on_track
                .extend(tracks.map(|track| (track.as_str(), concept.as_str())));
        }
    }

    fn lacks(
        &self,
        exercise: &Exercise,
        concept: &str,
        first: &BTreeMap<&str, &Exercise>,
    ) -> Option<Finding> {
        let Some(teacher) = first.get(concept) else {
            let remedy = match nearest(concept, first.keys().copied()) {
                Some(near) => format!("Did you mean `{near}`?"),
                None => "Name it in the `teaches` of an earlier exercise, or take it out.".into(),
            };
            let what = format!("It builds on `{concept}`, which no exercise teaches.");
            return Some(finding(exercise, what, remedy));
        };
        if !self.everywhere.contains(concept) {
            let what = match teacher.id == exercise.id {
                true => format!("It builds on `{concept}`, which it teaches itself."),
                false => {
                    let id = &teacher.id;
                    format!("It builds on `{concept}`, which is taught later, by `{id}`.")
                }
            };
            let remedy = "Move one of them, or take the concept out of `builds_on`.";
            return Some(finding(exercise, what, remedy.into()));
        }
        let tracks = exercise.tracks.iter();
        let missing: Vec<String> = tracks
            .filter(|track| !self.on_track.contains(&(track.as_str(), concept)))
            .map(|track| format!("`{track}`"))
            .collect();
        let tracks = match missing.as_slice() {
            [] => return None,
            [track] => format!("the track {track}"),
            tracks => format!("the tracks {}", tracks.join(", ")),
        };
        let what =
            format!("It builds on `{concept}`, which nothing before it teaches on {tracks}.");
        let remedy = format!(
            "Put `{}` on that track too, or take this one off it.",
            teacher.id
        );
        Some(finding(exercise, what, remedy))
    }
}

fn finding(exercise: &Exercise, what: String, remedy: String) -> Finding {
    Finding {
        place: exercise.declared.clone(),
        rule: Rule::BeforeTaught,
        exercise: Some(exercise.id.clone()),
        what,
        remedy,
    }
}
