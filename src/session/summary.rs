//! What a learner has done so far, added up.

use std::collections::BTreeMap;

use super::calendar;
use super::progress::{Progress, Record, State};
use crate::course::model::{Chapter, Course, Exercise};

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Summary {
    pub title: String,
    pub chapters: Vec<Part>,
    pub weeks: Vec<Week>,
    /// Those met most often come first.
    pub errors: Vec<Met>,
    pub totals: Totals,
}

/// One chapter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Part {
    pub number: u32,
    pub title: String,
    pub exercises: usize,
    pub done: usize,
    pub skipped: usize,
}

/// Exercises done on each day, from Monday on; `None`: the day is still to come.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Week {
    /// The day of its Monday.
    pub monday: u64,
    pub days: [Option<usize>; 7],
}

/// An error code over all exercises.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Met {
    pub code: String,
    pub times: u32,
    /// Of all times together, until it was mended.
    pub seconds: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    pub exercises: usize,
    pub done: usize,
    pub seconds: u64,
    /// Saves that were checked.
    pub saves: u64,
    pub hints: u64,
    /// Exercises for which a hint was taken.
    pub hinted: usize,
    /// Our solutions that were looked at.
    pub solutions: usize,
    pub reviews: usize,
    pub reviews_right: usize,
}

impl Met {
    /// Seconds that it took to mend, on average.
    pub fn each(&self) -> u64 {
        self.seconds / u64::from(self.times.max(1))
    }
}

/// Adds up what there is of this course; `weeks`: how many of them, the last one with `today` in it.
pub fn summary(course: &Course, progress: &Progress, today: u64, weeks: usize) -> Summary {
    let records: Vec<(&Exercise, Record)> = course
        .exercises
        .iter()
        .map(|exercise| (exercise, record_of(progress, exercise)))
        .collect();
    Summary {
        title: course.title.clone(),
        chapters: (0..)
            .zip(&course.chapters)
            .map(|(index, chapter)| part(chapter, index, &records))
            .collect(),
        weeks: calendar_of(&records, today, weeks),
        errors: errors(&records),
        totals: totals(&records),
    }
}

fn record_of(progress: &Progress, exercise: &Exercise) -> Record {
    progress
        .exercises
        .get(&exercise.id)
        .cloned()
        .unwrap_or_default()
}

fn part(chapter: &Chapter, index: usize, records: &[(&Exercise, Record)]) -> Part {
    let of_chapter = || {
        records
            .iter()
            .filter(|(exercise, _)| exercise.chapter == index)
    };
    let count = |state| {
        of_chapter()
            .filter(|(_, record)| record.state == state)
            .count()
    };
    Part {
        number: chapter.number,
        title: chapter.title.clone(),
        exercises: of_chapter().count(),
        done: count(State::Done),
        skipped: count(State::Skipped),
    }
}

fn calendar_of(records: &[(&Exercise, Record)], today: u64, weeks: usize) -> Vec<Week> {
    let mut done: BTreeMap<u64, usize> = BTreeMap::new();
    for (_, record) in records {
        if let Some(at) = record.done_at.filter(|_| record.state == State::Done) {
            *done.entry(calendar::day(at)).or_default() += 1;
        }
    }
    let this_week = calendar::monday(today);
    let mondays = (0..weeks as u64)
        .rev()
        .map(|ago| this_week.saturating_sub(7 * ago));
    mondays
        .map(|monday| {
            let on = |day: u64| (day <= today).then(|| done.get(&day).copied().unwrap_or(0));
            Week {
                monday,
                days: std::array::from_fn(|of_week| on(monday + of_week as u64)),
            }
        })
        .collect()
}

fn errors(records: &[(&Exercise, Record)]) -> Vec<Met> {
    let mut by_code: BTreeMap<&str, Met> = BTreeMap::new();
    for (code, met) in records.iter().flat_map(|(_, record)| &record.errors_met) {
        let sum = by_code.entry(code).or_insert_with(|| Met {
            code: code.clone(),
            ..Met::default()
        });
        sum.times += met.times;
        sum.seconds += met.seconds;
    }
    let mut errors: Vec<Met> = by_code.into_values().filter(|met| met.times > 0).collect();
    errors.sort_by(|a, b| b.times.cmp(&a.times).then(b.seconds.cmp(&a.seconds)));
    errors
}

fn totals(records: &[(&Exercise, Record)]) -> Totals {
    let records = || records.iter().map(|(_, record)| record);
    let reviews = || records().flat_map(|record| &record.reviews);
    Totals {
        exercises: records().count(),
        done: records()
            .filter(|record| record.state == State::Done)
            .count(),
        seconds: records().map(|record| record.seconds).sum(),
        saves: records().map(|record| u64::from(record.attempts)).sum(),
        hints: records().map(|record| u64::from(record.hint)).sum(),
        hinted: records().filter(|record| record.hint > 0).count(),
        solutions: records().filter(|record| record.solution_seen).count(),
        reviews: reviews().count(),
        reviews_right: reviews().filter(|(_, right)| *right).count(),
    }
}
