//! Spaced repetition without new content: what was mended comes back as a prediction, 1, 3, 7 and 21 days after it was
//! done, and each time it is known the next time is further away.

mod sitting;
mod text;

pub use sitting::{Answer, Reviews, answer};
pub use text::asked;

use super::calendar;
use super::progress::{Progress, Record, State, Timestamp};
use crate::course::model::{Course, Exercise, Kind, Need};

/// Days from one review to the next; the first ones from the day on which it was done.
const GAPS: [u64; 4] = [1, 2, 4, 14];

/// The same where it was hard: the last hint or our solution was needed.
const HARD_GAPS: [u64; 4] = [1, 1, 2, 7];

/// From this hint on it was hard.
const LAST_HINT: u8 = 3;

/// What is to be looked at again.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Due {
    /// By index into the course; who waits longest comes first.
    pub today: Vec<usize>,
    /// The next day on which something is due.
    pub next: Option<u64>,
}

/// What is due on a day.
pub fn due(course: &Course, progress: &Progress, today: u64) -> Due {
    let records = course
        .exercises
        .iter()
        .enumerate()
        .filter_map(|(index, exercise)| {
            let record = progress.exercises.get(&exercise.id)?;
            course.review_choices(index)?;
            Some((due_on(record)?, index))
        });
    let (mut now, later): (Vec<_>, Vec<_>) = records.partition(|(day, _)| *day <= today);
    now.sort();
    Due {
        today: now.into_iter().map(|(_, index)| index).collect(),
        next: later.into_iter().map(|(day, _)| day).min(),
    }
}

/// Exercises that would be due, but that the course does not have any more, by their ids.
pub fn vanished<'a>(course: &Course, progress: &'a Progress, today: u64) -> Vec<&'a str> {
    let records = progress.exercises.iter();
    let due = |record: &Record| due_on(record).is_some_and(|day| day <= today);
    records
        .filter(|(id, record)| due(record) && course.find(id).is_none())
        .map(|(id, _)| id.as_str())
        .collect()
}

/// The day on which an exercise comes back; `None` if it is not done, or was known often enough.
pub fn due_on(record: &Record) -> Option<u64> {
    let done = record.done_at.filter(|_| record.state == State::Done)?;
    let hard = record.hint >= LAST_HINT || record.solution_seen;
    let gaps = if hard { HARD_GAPS } else { GAPS };
    let known = record.reviews.iter().filter(|(_, right)| *right).count();
    let gap = gaps.get(known)?;
    let planned = calendar::day(done) + gaps[..=known].iter().sum::<u64>();
    Some(match record.reviews.last() {
        None => planned,
        // Who comes late is not asked four days in a row.
        Some((at, true)) => planned.max(calendar::day(*at) + gap),
        Some((at, false)) => calendar::day(*at) + 1,
    })
}

/// Writes down how a review went. The first answer of a day counts.
pub fn record(record: &mut Record, at: Timestamp, right: bool) {
    let today = calendar::day(at);
    let answered = record
        .reviews
        .iter()
        .any(|(at, _)| calendar::day(*at) == today);
    if !answered {
        record.reviews.push((at, right));
    }
}

/// The course that a sitting of reviews goes through: these exercises of it, as predictions. What cannot come back is
/// left out.
pub fn course(original: &Course, asked: &[usize]) -> Course {
    Course {
        welcome: String::new(),
        exercises: asked
            .iter()
            .filter_map(|&index| exercise(original, index))
            .collect(),
        ..original.clone()
    }
}

/// Where an exercise is asked again.
fn file(exercise: &Exercise) -> String {
    format!(".tutor/review/{}.rs", exercise.id)
}

/// The prediction that an exercise comes back as. Its file lies where no editor takes it for a part of a program.
pub fn exercise(course: &Course, index: usize) -> Option<Exercise> {
    let choices = course.review_choices(index)?;
    let original = &course.exercises[index];
    let needs = original
        .needs
        .iter()
        .filter(|need| matches!(need, Need::Crate(_)));
    Some(Exercise {
        kind: Kind::Predict,
        files: vec![file(original)],
        choices,
        needs: needs.cloned().collect(),
        deny: Vec::new(),
        rules: Vec::new(),
        runs: Vec::new(),
        hints: Vec::new(),
        hint_on: Default::default(),
        questions: Vec::new(),
        ..original.clone()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Done on day 100; then reviews, as days and whether they were right.
    fn record_with(hint: u8, reviews: &[(u64, bool)]) -> Record {
        Record {
            state: State::Done,
            done_at: Some(100 * 86_400 + 3_600),
            hint,
            reviews: reviews
                .iter()
                .map(|&(day, right)| (day * 86_400 + 7_200, right))
                .collect(),
            ..Record::default()
        }
    }

    #[track_caller]
    fn check(hint: u8, reviews: &[(u64, bool)], expected: Option<u64>) {
        assert_eq!(due_on(&record_with(hint, reviews)), expected, "{reviews:?}");
    }

    #[test]
    fn it_comes_back_on_days_1_3_7_and_21() {
        check(0, &[], Some(101));
        check(0, &[(101, true)], Some(103));
        check(2, &[(101, true), (103, true)], Some(107));
        check(0, &[(101, true), (103, true), (107, true)], Some(121));
        check(
            0,
            &[(101, true), (103, true), (107, true), (121, true)],
            None,
        );
    }

    #[test]
    fn it_comes_back_sooner_if_it_was_hard() {
        check(3, &[], Some(101));
        check(3, &[(101, true)], Some(102));
        check(3, &[(101, true), (102, true)], Some(104));
        check(3, &[(101, true), (102, true), (104, true)], Some(111));
        let seen = Record {
            solution_seen: true,
            ..record_with(0, &[(101, true)])
        };
        assert_eq!(due_on(&seen), Some(102));
    }

    #[test]
    fn a_wrong_answer_brings_it_back_the_next_day_and_the_plan_goes_on_from_there() {
        check(0, &[(101, false)], Some(102));
        check(0, &[(101, false), (102, false)], Some(103));
        check(0, &[(101, false), (102, true)], Some(104));
        check(0, &[(101, true), (103, false), (104, true)], Some(108));
    }

    #[test]
    fn who_comes_late_is_not_asked_every_day() {
        check(0, &[(150, true)], Some(152));
        check(0, &[(150, true), (152, true)], Some(156));
        check(0, &[(150, true), (152, true), (156, true)], Some(170));
    }

    #[test]
    fn what_is_not_done_does_not_come_back() {
        assert_eq!(due_on(&Record::default()), None);
        let reset = Record {
            state: State::Skipped,
            ..record_with(0, &[])
        };
        assert_eq!(due_on(&reset), None);
    }

    #[test]
    fn the_first_answer_of_a_day_counts() {
        let mut found = record_with(0, &[]);
        for (at, right) in [(101, false), (101, true), (102, true), (102, false)] {
            record(&mut found, at * 86_400 + 10, right);
        }
        assert_eq!(
            found.reviews,
            [(101 * 86_400 + 10, false), (102 * 86_400 + 10, true)]
        );
    }
}
