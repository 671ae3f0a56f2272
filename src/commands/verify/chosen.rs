//! Which exercises are proved: all of them, those that were named, what a branch has touched, a part of them.

use std::collections::BTreeSet;

use super::survey::{RIGHT, Survey, WRONG};
use crate::cli::Verify;
use crate::commands::exit::Exit;
use crate::commands::parts;
use crate::commands::stop::Stop;
use crate::course::model::{Course, Exercise};
use crate::course::select::select;
use crate::system::git::{self, GitTrouble};
use crate::system::process::Cancel;
use crate::verify::costs::{self, Costs};
use crate::verify::report::Notice;
use crate::view::findings;

/// What is looked at.
pub(super) struct Chosen {
    /// Indices into the course, in its order.
    pub(super) exercises: Vec<usize>,
    /// Chapters whose cards are looked at.
    pub(super) chapters: BTreeSet<usize>,
    /// Whether what belongs to no exercise is looked at too.
    pub(super) course_wide: bool,
    /// Whether these are all, or all that can have changed.
    pub(super) whole: bool,
    pub(super) notices: Vec<Notice>,
}

impl Chosen {
    /// Stops, with [`Exit::Usage`], at words that mean no exercise and at commits that git does not know.
    pub(super) fn of(
        survey: &Survey,
        course: &Course,
        args: &Verify,
        costs: &Costs,
        cancel: &Cancel,
    ) -> Result<Chosen, Stop> {
        let mut notices = Vec::new();
        let mut exercises: Vec<usize> = match args.exercises.as_slice() {
            [] => (0..course.exercises.len()).collect(),
            words => select(course, words)
                .map_err(|errors| Stop::new(Exit::Usage, findings::told_of_words(&errors)))?,
        };
        if survey.has_faults() {
            let all = exercises.len();
            exercises.retain(|index| survey.is_readable(course, *index));
            if exercises.len() < all {
                let exercises = all - exercises.len();
                notices.push(Notice::NotProved { exercises });
            }
        }
        if let Some(reference) = &args.since {
            let changed =
                git::changed_since(&survey.root, reference, cancel).map_err(|trouble| {
                    let why = match &trouble {
                        GitTrouble::NotThere => None,
                        GitTrouble::Says(words) => Some(words.as_str()),
                    };
                    Stop::new(Exit::Usage, findings::git_trouble(reference, why))
                })?;
            let touched = Touched::by(changed);
            exercises.retain(|index| touched.exercise(course, &course.exercises[*index]));
        }
        let named = !args.exercises.is_empty();
        if let Some(part) = args.partition {
            let all = exercises.len();
            let of_each = of_each(survey, course, &exercises, costs);
            let places = costs::share(&of_each, part.index, part.of).into_iter();
            exercises = places.map(|place| exercises[place]).collect();
            notices.push(Notice::Part {
                shares: costs::mark(&of_each),
                index: part.index,
                of: part.of,
                exercises: exercises.len(),
                all,
            });
        }
        let of = |index: &usize| course.exercises[*index].chapter;
        let first_part = args.partition.is_none_or(|part| part.index == 1);
        let chapters = match (named, first_part) {
            (true, _) => exercises.iter().map(of).collect(),
            (_, true) => (0..course.exercises.len())
                .map(|index| of(&index))
                .collect(),
            _ => BTreeSet::new(),
        };
        Ok(Chosen {
            chapters,
            exercises,
            course_wide: !named && first_part,
            whole: !named && args.partition.is_none(),
            notices,
        })
    }
}

/// What each exercise will cost, as far as one knows.
fn of_each(survey: &Survey, course: &Course, exercises: &[usize], costs: &Costs) -> Vec<u64> {
    let cost = |index: &usize| {
        let exercise = &course.exercises[*index];
        let expected = || costs::expected(exercise.kind, answers(survey, exercise));
        costs.of(&exercise.id).unwrap_or_else(expected)
    };
    exercises.iter().map(cost).collect()
}

/// How many wrong and right answers there are.
fn answers(survey: &Survey, exercise: &Exercise) -> usize {
    let in_folder = |top: &str| {
        let folder = format!("{top}/{}/", exercise.id);
        let there = survey.paths.range(folder.clone()..);
        there.take_while(|path| path.starts_with(&folder)).count()
    };
    in_folder(WRONG) + in_folder(RIGHT)
}

/// Files that were changed.
struct Touched {
    paths: BTreeSet<String>,
    /// One of them concerns every exercise.
    all: bool,
}

impl Touched {
    fn by(changed: Vec<String>) -> Touched {
        let concerns_all = |path: &String| {
            ["info.toml", "Cargo.toml", "exercises/Cargo.lock"].contains(&path.as_str())
                || path.starts_with("exercises/support/")
        };
        Touched {
            all: changed.iter().any(concerns_all),
            paths: changed.into_iter().collect(),
        }
    }

    fn exercise(&self, course: &Course, exercise: &Exercise) -> bool {
        let dir = &course.chapter_of(exercise).dir;
        let solved = |path: &String| path.replacen("exercises/", "solutions/", 1);
        let own = exercise.files.iter();
        let named = [
            format!("exercises/{dir}/info.toml"),
            parts::mutants(exercise),
        ];
        let folders = [
            format!("{WRONG}/{}/", exercise.id),
            format!("{RIGHT}/{}/", exercise.id),
            format!("exercises/{dir}/{}/", exercise.name),
            format!("solutions/{dir}/{}/", exercise.name),
        ];
        self.all
            || own.clone().any(|path| self.paths.contains(path))
            || own.map(solved).any(|path| self.paths.contains(&path))
            || named.iter().any(|path| self.paths.contains(path))
            || folders.iter().any(|folder| self.any_below(folder))
    }

    fn any_below(&self, folder: &str) -> bool {
        let mut from = self.paths.range(folder.to_owned()..);
        from.next().is_some_and(|path| path.starts_with(folder))
    }
}
