//! The course as a table: every exercise, its state, and what it has cost so far.

use std::collections::BTreeSet;

use serde_json::json;

use super::text::{Line, Role};
use super::wrap;
use crate::course::model::{Course, Exercise, Kind};
use crate::session::progress::{Progress, Record, State};

/// What a table shows of a course.
#[derive(Debug, Clone, Copy)]
pub struct Listing<'a> {
    pub course: &'a Course,
    pub progress: &'a Progress,
    /// The id of the current exercise.
    pub here: &'a str,
    /// The title of each exercise, in the order of the course.
    pub titles: &'a [String],
    /// Indices of the exercises to show, in the order of the course.
    pub shown: &'a [usize],
}

impl Listing<'_> {
    /// A head line, then each chapter with its exercises: at most 80 columns.
    pub fn table(&self) -> Vec<Line> {
        let mut lines = vec![self.head()];
        let mut chapter = None;
        for &index in self.shown {
            let exercise = &self.course.exercises[index];
            if chapter != Some(exercise.chapter) {
                chapter = Some(exercise.chapter);
                lines.push(Line::default());
                lines.push(self.chapter(exercise.chapter));
            }
            lines.push(self.row(index));
        }
        lines
    }

    /// `{"schema": 1, "exercises": […]}`, documented in CONTRIBUTING.md; only ever added to.
    pub fn json(&self) -> String {
        let exercises: Vec<_> = self
            .shown
            .iter()
            .map(|&index| {
                let exercise = &self.course.exercises[index];
                let record = self.record(exercise);
                json!({
                    "id": exercise.id,
                    "number": self.course.number_of(exercise),
                    "kind": exercise.kind.key(),
                    "state": state(record.state),
                    "title": self.titles[index],
                    "chapter": self.course.chapter_of(exercise).dir,
                    "path": exercise.main_file(),
                    "current": self.is_here(exercise),
                    "attempts": record.attempts,
                    "seconds": record.seconds,
                    "hint": record.hint,
                    "solution_seen": record.solution_seen,
                })
            })
            .collect();
        let all = json!({ "schema": 1, "exercises": exercises });
        serde_json::to_string_pretty(&all).expect("text and numbers are JSON") + "\n"
    }

    fn head(&self) -> Line {
        let done = self.done(|_| true);
        let seconds = self.records().map(|record| record.seconds).sum();
        let mut line = Line::of(
            format!(" {}", wrap::column(&self.course.title, 37)),
            Role::Strong,
        )
        .and(format!("{done} of {} done", self.shown.len()), Role::Plain);
        if seconds >= 60 {
            let spent = format!("{} so far", duration(seconds));
            let room = 77usize.saturating_sub(line.width());
            line = line.and(format!("{spent:>room$}"), Role::Quiet);
        }
        line
    }

    fn chapter(&self, chapter: usize) -> Line {
        let of = self.shown.iter().map(|&i| &self.course.exercises[i]);
        let all = of.filter(|exercise| exercise.chapter == chapter).count();
        let done = self.done(|exercise| exercise.chapter == chapter);
        let model = &self.course.chapters[chapter];
        let title = wrap::column(&model.title, 47);
        Line::plain(format!("   {:02}    ", model.number))
            .and(title, Role::Strong)
            .and(
                format!("{:<13}{:>8}", bar(done, all), format!("{done} of {all}")),
                Role::Plain,
            )
    }

    fn row(&self, index: usize) -> Line {
        let exercise = &self.course.exercises[index];
        let record = self.record(exercise);
        let here = self.is_here(exercise);
        let (word, role) = match record.state {
            State::Done => ("done", Role::Good),
            State::Skipped => ("skipped", Role::Pending),
            State::Todo if here => ("here", Role::Plain),
            State::Todo => ("", Role::Plain),
        };
        let number = format!("{:02}.{}", self.chapter_number(exercise), exercise.number);
        let line = Line::of(if here { " > " } else { "   " }, Role::Strong)
            .and(format!("{number:<6}"), Role::Plain)
            .and(wrap::column(&self.titles[index], 25), Role::Plain)
            .and(format!("{:<10}", exercise.kind.key()), Role::Quiet)
            .and(format!("{word:<12}"), role)
            .and(cost(exercise.kind, &record), Role::Quiet);
        wrap::without_trailing_blanks(line)
    }

    fn chapter_number(&self, exercise: &Exercise) -> u32 {
        self.course.chapter_of(exercise).number
    }

    fn is_here(&self, exercise: &Exercise) -> bool {
        self.here == exercise.id
    }

    fn record(&self, exercise: &Exercise) -> Record {
        let found = self.progress.exercises.get(&exercise.id);
        found.cloned().unwrap_or_default()
    }

    fn records(&self) -> impl Iterator<Item = Record> {
        let exercises = self.shown.iter().map(|&i| &self.course.exercises[i]);
        exercises.map(|exercise| self.record(exercise))
    }

    fn done(&self, of: impl Fn(&Exercise) -> bool) -> usize {
        let exercises = self.shown.iter().map(|&i| &self.course.exercises[i]);
        exercises
            .filter(|exercise| of(exercise) && self.record(exercise).state == State::Done)
            .count()
    }
}

/// A track that no exercise belongs to.
pub fn no_such_track(course: &Course, track: &str) -> Vec<Line> {
    let tracks: BTreeSet<&str> = course
        .exercises
        .iter()
        .flat_map(|exercise| &exercise.tracks)
        .map(String::as_str)
        .collect();
    let known = match tracks.is_empty() {
        true => "This course has no tracks.".to_owned(),
        false => format!("There are: {}.", Vec::from_iter(tracks).join(", ")),
    };
    vec![Line::plain(format!(
        "No exercise belongs to a track `{track}`. {known}"
    ))]
}

/// The word for a state, in JSON and wherever a state stands alone.
pub fn state(state: State) -> &'static str {
    match state {
        State::Todo => "todo",
        State::Done => "done",
        State::Skipped => "skipped",
    }
}

/// `4 min`, `3 h 20 min`; less than a minute is rounded up to one.
pub fn duration(seconds: u64) -> String {
    let minutes = seconds.div_ceil(60);
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

/// One place per exercise, at most ten places.
fn bar(done: usize, all: usize) -> String {
    let places = all.min(10);
    let full = (done * places).checked_div(all).unwrap_or_default();
    format!("[{}{}]", "#".repeat(full), "-".repeat(places - full))
}

fn cost(kind: Kind, record: &Record) -> String {
    if record.attempts == 0 {
        return String::new();
    }
    let word = match (kind, record.attempts) {
        (Kind::Predict | Kind::Trace, 1) => "try",
        (Kind::Predict | Kind::Trace, _) => "tries",
        (_, 1) => "save",
        (_, _) => "saves",
    };
    let times = format!("{} {word}", record.attempts);
    let time = match record.seconds {
        0 => String::new(),
        seconds => duration(seconds),
    };
    format!("{times:<11}{time:>10}")
}
