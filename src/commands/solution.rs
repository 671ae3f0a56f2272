//! `tutor solution`: ours, its note, and how the learner's differs. Before the exercise is done it is asked twice.

use super::arrive::{Words, named};
use super::desk::Desk;
use super::exit::Exit;
use super::release;
use super::stop::Stop;
use super::store;
use crate::cli::Solution;
use crate::course::goal;
use crate::session::order;
use crate::session::progress::State;
use crate::view::compare;
use crate::view::errand::{self, Compared};
use crate::view::text::Line;

pub fn run(desk: &Desk, args: &Solution) -> anyhow::Result<Exit> {
    let (place, mut store) = store::open(desk)?;
    let index = place.named_or_current(args.exercise.as_deref(), store.progress())?;
    let words = named(desk, &place, index);
    let Some(text) = release::solution_text(&place, index) else {
        return Err(Stop::new(Exit::NotYet, errand::no_solution(&words.borrowed())).into());
    };
    let done = order::state_of(&place.course, store.progress(), index) == State::Done;
    if !done && !args.yes && !sure(desk, &words)? {
        return Ok(Exit::NotYet);
    }
    // A folder that cannot be written shows the course's own copy.
    let released = release::solution(&place, index).is_ok();
    let root = if released {
        place.root.clone()
    } else {
        place.text_root()
    };
    let id = place.course.exercises[index].id.clone();
    let notices =
        store.change(|progress| progress.exercises.entry(id).or_default().solution_seen = true);
    store::tell(desk, &notices)?;
    let path = root.join(place.course.exercises[index].solution_file());
    let yours = place.found(place.course.exercises[index].main_file());
    let yours = yours.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    desk.say(&compared(
        &words,
        yours.as_deref(),
        &text,
        &desk.shown(&path),
    ))?;
    Ok(Exit::Passed)
}

/// Asks twice. Without a terminal nobody can answer, and that is said.
fn sure(desk: &Desk, words: &Words) -> anyhow::Result<bool> {
    for question in errand::solution_questions(&words.borrowed()) {
        match desk.ask(&question)? {
            Some(true) => {}
            Some(false) => return Ok(false),
            None => {
                return Err(
                    Stop::new(Exit::NotYet, errand::solution_needs_yes(&words.borrowed())).into(),
                );
            }
        }
    }
    Ok(true)
}

fn compared(words: &Words, yours: Option<&str>, ours: &str, path: &str) -> Vec<Line> {
    let ours_alone = compare::program(ours);
    let difference = yours.map(|yours| compare::differences(&compare::program(yours), &ours_alone));
    let compared = Compared {
        note: &goal::note(ours),
        difference: difference.as_deref(),
        path,
    };
    errand::solution(&words.borrowed(), &compared)
}
