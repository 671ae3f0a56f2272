//! What a learner has done, added up: pure, and as `tutor progress` shows it.

mod sitting_common;
mod support;

use sitting_common::course;
use support::{Folder, learners_folder};
use tutor::session::calendar;
use tutor::session::progress::{Met, Progress, Record, State};
use tutor::session::summary::{Summary, summary};

/// Saturday, 2026-11-21.
const TODAY: u64 = 20_778;

fn of(records: Vec<(&str, Record)>) -> Summary {
    let mut progress = Progress::default();
    for (id, record) in records {
        progress.exercises.insert(id.to_owned(), record);
    }
    summary(&course::course(), &progress, TODAY, 3)
}

fn done(days_ago: u64) -> Record {
    Record {
        state: State::Done,
        done_at: Some((TODAY - days_ago) * 86_400 + 80_000),
        ..Record::default()
    }
}

#[test]
fn chapters_count_what_is_done_and_what_is_skipped() {
    let skipped = Record {
        state: State::Skipped,
        ..Record::default()
    };
    let found = of(vec![
        ("values_1", done(0)),
        ("values_2", done(400)),
        ("values_4", skipped),
        ("not_in_this_course", done(0)),
    ]);
    let values = &found.chapters[1];
    assert_eq!((values.done, values.skipped, values.exercises), (2, 1, 5));
    assert_eq!((found.totals.done, found.totals.exercises), (2, 160));
}

#[test]
fn the_calendar_has_a_place_for_every_day_up_to_today() {
    let found = of(vec![
        ("values_1", done(0)),
        ("values_2", done(0)),
        ("values_3", done(5)),
        ("values_4", done(13)),
        ("values_5", done(400)),
    ]);
    let weeks: Vec<Vec<Option<usize>>> =
        found.weeks.iter().map(|week| week.days.to_vec()).collect();
    let n = None;
    let s = Some;
    assert_eq!(
        weeks,
        [
            vec![s(0), s(0), s(0), s(0), s(0), s(0), s(1)],
            vec![s(0), s(0), s(0), s(0), s(0), s(0), s(0)],
            vec![s(1), s(0), s(0), s(0), s(0), s(2), n],
        ]
    );
    assert_eq!(calendar::date(found.weeks[2].monday), (2026, 11, 16));
}

#[test]
fn an_exercise_that_is_not_done_any_more_is_not_in_the_calendar() {
    let reset = Record {
        state: State::Todo,
        ..done(0)
    };
    let found = of(vec![("values_1", reset)]);
    assert_eq!(found.weeks[2].days.iter().flatten().sum::<usize>(), 0);
}

#[test]
fn errors_are_added_up_over_exercises_and_the_most_frequent_comes_first() {
    let met = |codes: &[(&str, u32, u64)]| {
        let errors = codes
            .iter()
            .map(|&(code, times, seconds)| (code.to_owned(), Met { times, seconds }));
        Record {
            errors_met: errors.collect(),
            ..Record::default()
        }
    };
    let found = of(vec![
        ("values_1", met(&[("E0308", 2, 100), ("E0382", 1, 60)])),
        (
            "values_2",
            met(&[("E0382", 3, 180), ("E0425", 2, 900), ("E0502", 0, 0)]),
        ),
    ]);
    let told: Vec<(&str, u32, u64)> = found
        .errors
        .iter()
        .map(|met| (met.code.as_str(), met.times, met.each()))
        .collect();
    assert_eq!(
        told,
        [("E0382", 4, 60), ("E0425", 2, 450), ("E0308", 2, 50)]
    );
}

#[test]
fn totals_count_saves_hints_solutions_and_reviews() {
    let record = Record {
        attempts: 4,
        seconds: 600,
        hint: 2,
        solution_seen: true,
        reviews: vec![(1, true), (2, false)],
        ..done(3)
    };
    let totals = of(vec![("values_1", record.clone()), ("shapes_1", record)]).totals;
    assert_eq!((totals.saves, totals.seconds), (8, 1200));
    assert_eq!((totals.hints, totals.hinted), (4, 2));
    assert_eq!(
        (totals.reviews, totals.reviews_right, totals.solutions),
        (4, 2, 2)
    );
}

fn begun() -> Folder {
    let test = learners_folder();
    test.write(
        "learn/.tutor/progress.toml",
        "version = 1\ncourse = 'harbour'\nhere = 'lift'\n\
         [exercises.moor]\nstate = 'done'\nattempts = 3\nseconds = 540\nhint = 1\ndone_at = 2026-11-21T04:21:07Z\n\
         [exercises.moor.errors_met.E0382]\ntimes = 2\nseconds = 300\n\
         [exercises.unload]\nstate = 'skipped'\nattempts = 1\n",
    );
    test
}

#[test]
fn progress_is_told_in_a_pipe_without_escapes() {
    let said = begun()
        .tutor(["progress"])
        .below("learn/exercises")
        .stdout_has(&[
            " A harbour ",
            "1 of 4 done, 9 min so far\n",
            "   01  Quay                           [##########----------]  1 of 2, 1 skipped\n",
            "   02  Crane                          [--------------------]  0 of 2\n",
            " done in the last 20 weeks\n",
            "   E0382  uses a value that was given away                   2 times  3 min each\n",
            "   4 saves checked\n   1 hint on 1 exercise\n",
        ])
        .run();
    assert!(!said.stdout.contains('\u{1b}'));
}

#[test]
fn a_picture_may_be_drawn_again_but_nothing_else_is_written_over() {
    let test = begun();
    for _ in 0..2 {
        test.tutor(["progress", "--svg", "progress.svg"])
            .below("learn")
            .stdout_lines(&[
                "The picture is in  progress.svg",
                "In a README it is shown by:",
                "    ![Progress](progress.svg)",
            ])
            .run();
    }
    assert!(test.read("learn/progress.svg").starts_with("<svg "));
    let exercise = "exercises/01_quay/01_moor.rs";
    let before = test.read(&format!("learn/{exercise}"));
    test.tutor(["progress", "--svg", exercise])
        .below("learn")
        .stderr_has(&[
            "01_moor.rs is there already, and is no picture of tutor's. Name another file.",
        ])
        .exit(2)
        .run();
    assert_eq!(test.read(&format!("learn/{exercise}")), before);
    test.tutor(["progress", "--svg", "nowhere/p.svg"])
        .below("learn")
        .stderr_has(&["nowhere/p.svg cannot be written: its folder is not there."])
        .exit(4)
        .run();
}
