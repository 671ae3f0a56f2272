//! A sitting that asks what is due: which answers were given in it, and when each exercise comes back after them.

use super::{due_on, record};
use crate::check::verdict::{Checked, Grade, Reason, Verdict};
use crate::session::calendar;
use crate::session::order::on_track;
use crate::session::progress::{Progress, Record, Timestamp};
use crate::session::sitting::{Material, Sitting};

/// The first answer to a review, and when it was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    pub at: Timestamp,
    pub right: bool,
}

/// What a sitting asks again. One record and one answer for each of its exercises, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reviews {
    /// As they were when the sitting began.
    records: Vec<Record>,
    answers: Vec<Option<Answer>>,
    /// The next day on which something else is due.
    later: Option<u64>,
}

impl Reviews {
    pub fn new(records: Vec<Record>, later: Option<u64>) -> Reviews {
        Reviews {
            answers: vec![None; records.len()],
            records,
            later,
        }
    }

    pub fn answer(&self, place: usize) -> Option<Answer> {
        self.answers.get(place).copied().flatten()
    }

    pub fn answered(&self) -> usize {
        self.answers.iter().flatten().count()
    }

    /// The record as the answer leaves it.
    fn record_after(&self, place: usize) -> Option<Record> {
        let mut after = self.records.get(place)?.clone();
        if let Some(Answer { at, right }) = self.answer(place) {
            record(&mut after, at, right);
        }
        Some(after)
    }

    /// The day on which one comes back; `None`: never again.
    pub fn back_on(&self, place: usize) -> Option<u64> {
        due_on(&self.record_after(place)?)
    }

    /// The next day after `today` on which anything is due.
    pub fn next_day(&self, today: u64) -> Option<u64> {
        let asked = (0..self.records.len()).filter_map(|place| self.back_on(place));
        let all = asked.chain(self.later);
        all.filter(|day| *day > today).min()
    }
}

/// What a check says of an answer to a review: whether it is right. A prediction that only lacks something is no answer
/// yet, and neither is a slip that has nothing to do with it.
pub fn answer(checked: &Checked) -> Option<bool> {
    let reasons = match &checked.verdict {
        Verdict::Passed => return Some(true),
        Verdict::NotYet(reasons) => reasons,
        Verdict::Unclear { .. } | Verdict::Broken(_) | Verdict::Skipped { .. } => return None,
    };
    match reasons.first() {
        Some(Reason::Marks(miss)) => {
            let is_wrong = |grade| !matches!(grade, Grade::Right | Grade::Twice);
            miss.marks
                .iter()
                .any(|mark| is_wrong(mark.grade))
                .then_some(false)
        }
        _ => None,
    }
}

impl Sitting {
    /// A sitting through the exercises of [`super::course`]. Its own progress is of no use afterwards: what counts are
    /// the answers.
    pub fn of_reviews(material: Material, reviews: Reviews) -> Sitting {
        let progress = Progress {
            welcomed: true,
            ..Progress::default()
        };
        let material = Material {
            path: on_track(&material.course, None),
            ..material
        };
        Sitting {
            reviews: Some(reviews),
            ..Sitting::new(material, progress)
        }
    }

    pub fn reviews(&self) -> Option<&Reviews> {
        self.reviews.as_ref()
    }

    /// The exercises that were answered in a sitting of reviews, by their ids.
    pub fn answers(&self) -> Vec<(&str, Answer)> {
        let exercises = self.course().exercises.iter().enumerate();
        exercises
            .filter_map(|(place, exercise)| {
                let answer = self.reviews.as_ref()?.answer(place)?;
                Some((exercise.id.as_str(), answer))
            })
            .collect()
    }

    /// Only the first answer counts.
    pub(in crate::session) fn note_answer(&mut self, right: Option<bool>) {
        let (at, here) = (self.now, self.here);
        let slot = self
            .reviews
            .as_mut()
            .and_then(|reviews| reviews.answers.get_mut(here));
        if let (Some(slot @ None), Some(right)) = (slot, right) {
            *slot = Some(Answer { at, right });
        }
    }

    /// The day on which the exercise comes back for review, as far as is known today; `None`: it does not.
    pub fn back_on(&self) -> Option<u64> {
        match &self.reviews {
            Some(reviews) => reviews.back_on(self.here),
            None => {
                self.course().review_choices(self.here)?;
                due_on(&self.record())
            }
        }
    }

    pub fn today(&self) -> u64 {
        calendar::day(self.now)
    }
}
