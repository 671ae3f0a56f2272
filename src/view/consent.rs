//! What is said before a course that is not built in may run its code.

use super::count::counted;
use super::text::{Line, Role};
use crate::course::model::Course;

/// A course that wants to be run.
#[derive(Debug, Clone, Copy)]
pub struct Stranger<'a> {
    pub course: &'a Course,
    /// Where its files lie.
    pub dir: &'a str,
    /// Of everything in it that is run.
    pub digest: &'a str,
    /// It is the course's own folder, where files change: a yes holds for the folder.
    pub own_folder: bool,
}

/// Who it is and what it would do.
pub fn stranger(stranger: &Stranger<'_>) -> Vec<Line> {
    let Stranger {
        course,
        dir,
        digest,
        ..
    } = stranger;
    let row = |name: &str, text: &str| {
        Line::plain(format!("    {name:<9} ")).and(text.to_owned(), Role::Strong)
    };
    vec![
        Line::plain("This is not the course that is built into tutor:"),
        Line::default(),
        row("title", &format!("{} ({})", course.title, course.id)),
        row("in", dir),
        row("blake3", digest),
        row("brings", &brings(course)),
        Line::default(),
        Line::plain("A check compiles code of this course and runs it, here and with your rights."),
        Line::plain("Let it run only if you know where it comes from."),
        Line::default(),
    ]
}

fn brings(course: &Course) -> String {
    let exercises = counted(course.exercises.len(), "exercise", "exercises");
    if course.build.dependencies.is_empty() {
        return format!("{exercises}, no crates of others");
    }
    let crates = course.build.dependencies.iter();
    let crates: Vec<String> = crates
        .map(|(name, version)| format!("{name} {version}"))
        .collect();
    format!("{exercises}, and these crates: {}", crates.join(", "))
}

/// Asked on a terminal.
pub fn question(stranger: &Stranger<'_>) -> &'static str {
    match stranger.own_folder {
        true => "May it run? A yes holds for this folder.",
        false => "May it run? A yes holds until the course changes.",
    }
}

/// Nobody is there to be asked.
pub fn nobody_to_ask() -> Vec<Line> {
    vec![
        Line::plain("Nothing was run, as nobody can be asked here. If you trust the course,"),
        Line::plain("call the same command with --trust."),
    ]
}

pub fn refused() -> Vec<Line> {
    vec![Line::plain("Nothing was run.")]
}

/// The yes could not be kept.
pub fn not_remembered(why: &str) -> Vec<Line> {
    vec![Line::plain(format!(
        "Your answer could not be kept ({why}), so tutor will ask again."
    ))]
}

/// `--digest` named another course.
pub fn another_digest(wanted: &str, found: &str) -> Vec<Line> {
    vec![
        Line::plain("Nothing was run: the course here is not the one that `--digest` names."),
        Line::plain(format!("    wanted    {wanted}")),
        Line::plain(format!("    found     {found}")),
        Line::plain("Either it was changed, or it is another version of it."),
    ]
}
