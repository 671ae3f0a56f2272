//! Which exercises are proved: all of them, those that were named, what a branch has touched, a part of them.

use std::collections::BTreeSet;

use super::survey::{RIGHT, Survey, WRONG};
use super::touched::Touched;
use crate::cli::{Partition, Verify};
use crate::commands::exit::Exit;
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
        let mut exercises = named(course, args)?;
        notices.extend(without_faults(survey, &mut exercises));
        if let Some(reference) = &args.since {
            let touched = touched_since(survey, course, reference, cancel)?;
            exercises.retain(|index| touched.exercise(course, &course.exercises[*index]));
        }
        if let Some(partition) = args.partition {
            notices.push(part(survey, course, &mut exercises, costs, partition));
        }
        let names_some = !args.exercises.is_empty();
        let first_part = args.partition.is_none_or(|part| part.index == 1);
        Ok(Chosen {
            chapters: chapters(course, &exercises, names_some, first_part),
            exercises,
            course_wide: !names_some && first_part,
            whole: !names_some && args.partition.is_none(),
            notices,
        })
    }
}

fn named(course: &Course, args: &Verify) -> Result<Vec<usize>, Stop> {
    match args.exercises.as_slice() {
        [] => Ok((0..course.exercises.len()).collect()),
        words => select(course, words)
            .map_err(|errors| Stop::new(Exit::Usage, findings::told_of_words(&errors))),
    }
}

/// Takes those away whose entries have a fault, and says of how many nothing is proved.
fn without_faults(survey: &Survey, exercises: &mut Vec<usize>) -> Option<Notice> {
    let all = exercises.len();
    exercises.retain(|index| !survey.unreadable.contains(index));
    let exercises = all - exercises.len();
    (exercises > 0).then_some(Notice::NotProved { exercises })
}

fn touched_since(
    survey: &Survey,
    course: &Course,
    reference: &str,
    cancel: &Cancel,
) -> Result<Touched, Stop> {
    match git::changed_since(&survey.root, reference, cancel) {
        Ok(changed) => Ok(Touched::by(changed, course)),
        Err(trouble) => {
            let why = match &trouble {
                GitTrouble::NotThere => None,
                GitTrouble::Says(words) => Some(words.as_str()),
            };
            Err(Stop::new(
                Exit::Usage,
                findings::git_trouble(reference, why),
            ))
        }
    }
}

/// Leaves one of several shares of about the same cost, and says which.
fn part(
    survey: &Survey,
    course: &Course,
    exercises: &mut Vec<usize>,
    costs: &Costs,
    Partition { index, of }: Partition,
) -> Notice {
    let all = exercises.len();
    let of_each = of_each(survey, course, exercises, costs);
    let places = costs::share(&of_each, index, of).into_iter();
    *exercises = places.map(|place| exercises[place]).collect();
    Notice::Part {
        shares: costs::mark(&of_each),
        index,
        of,
        exercises: exercises.len(),
        all,
    }
}

/// Of named exercises their own; else all, which the first of several parts looks at.
fn chapters(
    course: &Course,
    exercises: &[usize],
    names_some: bool,
    first_part: bool,
) -> BTreeSet<usize> {
    let of = |index: &usize| course.exercises[*index].chapter;
    match (names_some, first_part) {
        (true, _) => exercises.iter().map(of).collect(),
        (false, true) => course.exercises.iter().map(|one| one.chapter).collect(),
        (false, false) => BTreeSet::new(),
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
