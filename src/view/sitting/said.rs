//! Sentences about the sitting itself: how a verdict relates to the exercise, questions before something is done, and
//! remarks that are made once.

use std::time::Duration;

use super::super::count::counted;
use super::super::text::{Line, Role};
use super::{header, review};
use crate::session::progress::State;
use crate::session::sitting::{Ask, Remark, Sitting};
use crate::session::step::Step;

/// The second sentence of a verdict.
pub(in crate::view) fn step(step: Step) -> String {
    match step {
        Step::OnPurpose => {
            "All is well: this error is here on purpose, for you to mend.".to_owned()
        }
        Step::About => "This is the error that this exercise is about.".to_owned(),
        Step::Further => {
            "The error from before is gone, and this one stands in its place.".to_owned()
        }
        Step::Compiles => "A step further: before this save it did not compile.".to_owned(),
        Step::MoreTests { before: 0 } => {
            "A step further: before this save no test passed.".to_owned()
        }
        Step::MoreTests { before } => {
            format!(
                "A step further: before this save {} passed.",
                counted(before, "test", "tests")
            )
        }
        Step::Another { new: true } => {
            "Another error than the one this exercise is about: it came with your last save."
                .to_owned()
        }
        Step::Another { new: false } => {
            "Another error than the one this exercise is about.".to_owned()
        }
        Step::InTests => {
            "It stands in the tests, which stay as they are: they use what you have changed."
                .to_owned()
        }
    }
}

/// What the key that was pressed will do when it is pressed again.
pub(super) fn ask(ask: Ask) -> [Line; 2] {
    let key = |key: &str, words: &str| {
        Line::plain("Press ")
            .and(key, Role::Strong)
            .and(words, Role::Plain)
    };
    let stays = Line::plain("Any other key leaves all as it is.");
    match ask {
        Ask::Skip => [
            key(
                "n",
                " again to skip this exercise for now. It comes again at the end.",
            ),
            stays,
        ],
        Ask::Reset => [
            key(
                "x",
                " again to put the file back as it was at first. Your text is kept.",
            ),
            stays,
        ],
        Ask::Solution => [
            key(
                "s",
                " again to see our solution. You learn more from a hint (h).",
            ),
            stays,
        ],
    }
}

pub(super) fn remark(remark: &Remark) -> String {
    match remark {
        Remark::Reset { kept: Some(path) } => {
            format!(
                "The file is as it was at first. Your text is kept in {path}. `tutor reset --undo` brings it back."
            )
        }
        Remark::Reset { kept: None } => "The file is as it was at first.".to_owned(),
        Remark::Due { count: 1 } => {
            "One exercise comes back for review today. `tutor review` asks about it.".to_owned()
        }
        Remark::Due { count } => {
            format!("{count} exercises come back for review today. `tutor review` asks about them.")
        }
        Remark::Moved => "You have come here by a command in another terminal.".to_owned(),
        Remark::OnlyThisLeft => {
            "All others are done: this is the only one that is left.".to_owned()
        }
        Remark::FirstAlready => "This is the first exercise.".to_owned(),
        Remark::NoHints => "There is no hint for this exercise.".to_owned(),
        Remark::NothingToExplain => "There is no error code to explain here.".to_owned(),
        Remark::NoSolution => "This course has no solution for this exercise.".to_owned(),
        Remark::NoDocs => "This exercise names no page to read.".to_owned(),
        Remark::NotUnderstood { words } => {
            format!("`{words}` is no command. `?` shows all of them.")
        }
        Remark::NotFound { words } => {
            format!("No exercise is called `{words}`. `l` lists them all.")
        }
        Remark::Failed { words } => words.clone(),
    }
}

/// How the files are watched, where the system does not tell of changes.
pub fn looking_every(every: Duration) -> String {
    format!("looking every {} s", every.as_secs_f64())
}

/// The folder of the exercise has gone: it is waited for.
pub fn folder_gone() -> String {
    "its folder is gone".to_owned()
}

/// The one line that stays in the terminal when the learner leaves.
pub fn goodbye(sitting: &Sitting) -> Line {
    if let Some(reviews) = sitting.reviews() {
        return Line::plain(review::goodbye(sitting, reviews));
    }
    let (course, exercise) = (sitting.course(), sitting.exercise());
    let done = header::done(sitting);
    let all = sitting.material().path.len();
    let number = header::number(course, exercise);
    let title = &sitting.lesson().title;
    let here = match sitting.record().state {
        State::Done => format!("{number} {title} is done"),
        State::Todo | State::Skipped => format!("you are at {number} {title}"),
    };
    Line::plain(format!(
        "{done} of {all} done; {here}. `tutor` goes on from here."
    ))
}
