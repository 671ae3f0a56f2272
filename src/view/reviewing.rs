//! What `tutor review` says where there is nothing to ask, or where something cannot be asked.

use super::count::listed;
use super::errand::Named;
use super::sitting::in_days;
use super::text::Line;

/// `next`: in how many days something is due.
pub fn nothing_due(next: Option<u64>) -> Vec<Line> {
    vec![Line::plain(match next {
        Some(days) => format!(
            "Nothing is due for review today. The next review comes {}.",
            in_days(days)
        ),
        None => "Nothing is due for review. An exercise that you have mended comes back the day after it is done."
            .to_owned(),
    })]
}

/// The course has changed since it was done, or was done before tutor saw it.
pub fn cannot_be_asked(exercise: &Named<'_>) -> Vec<Line> {
    vec![Line::plain(format!(
        "{} {} is due, but cannot be asked: tutor does not know any more how it was at first, or where it was refused.",
        exercise.number, exercise.title
    ))]
}

/// Done once, and not in the course any more.
pub fn vanished(ids: &[&str]) -> Vec<Line> {
    let names: Vec<String> = ids.iter().map(|id| format!("`{id}`")).collect();
    let (verb, pronoun) = match ids {
        [] => return Vec::new(),
        [_] => ("is", "it does"),
        _ => ("are", "they do"),
    };
    vec![Line::plain(format!(
        "{} {verb} not in this course any more, so {pronoun} not come back. Your progress keeps what you did there.",
        listed(&names)
    ))]
}
