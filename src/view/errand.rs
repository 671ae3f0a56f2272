//! What the small commands say: `hint`, `solution`, `go`, `next`, `prev`, `reset`.

use super::text::{Line, Role};

/// An exercise as it is named in a sentence.
#[derive(Debug, Clone, Copy)]
pub struct Named<'a> {
    /// `03.2`
    pub number: &'a str,
    pub title: &'a str,
    /// Its file, as the learner can open it from where the command was called.
    pub path: &'a str,
}

impl Named<'_> {
    fn line(&self) -> Line {
        Line::of(format!("{}  {}", self.number, self.title), Role::Strong)
    }
}

/// One hint of `of`, and how to get the next one.
pub fn hint(exercise: Named<'_>, level: usize, of: usize, text: &str, word: &str) -> Vec<Line> {
    let mut lines = vec![exercise.line().and(format!("     hint {level} of {of}"), Role::Quiet)];
    lines.push(Line::default());
    lines.extend(text.trim_end().lines().map(Line::plain));
    lines.push(Line::default());
    lines.push(Line::plain(if level < of {
        format!("The next one: tutor hint{word}")
    } else {
        format!("That was the last one. Our solution: tutor solution{word}")
    }));
    lines
}

pub fn no_hint(exercise: Named<'_>) -> Vec<Line> {
    vec![Line::plain(format!("{} {} has no hint.", exercise.number, exercise.title))]
}

pub fn no_such_hint(exercise: Named<'_>, of: usize) -> Vec<Line> {
    let hints = if of == 1 { "one hint".to_owned() } else { format!("{of} hints") };
    vec![Line::plain(format!("{} {} has {hints}.", exercise.number, exercise.title))]
}

/// Where the learner is now, and what to open.
pub fn here(exercise: Named<'_>) -> Vec<Line> {
    vec![
        Line::plain("You are at ").and(format!("{}, {}.", exercise.number, exercise.title), Role::Strong),
        Line::plain("    ").and(exercise.path, Role::Path),
    ]
}

/// Said before [`here`], when one that is not done was left.
pub fn skipped(exercise: Named<'_>) -> Vec<Line> {
    let Named { number, title, .. } = exercise;
    vec![Line::plain(format!("{number}, {title}, is skipped for now. It comes again at the end."))]
}

pub fn all_done() -> Vec<Line> {
    vec![Line::plain("Every exercise is done. There is no next one.")]
}

pub fn first_already(exercise: Named<'_>) -> Vec<Line> {
    let Named { number, title, .. } = exercise;
    vec![Line::plain(format!("{number}, {title}, is the first exercise. There is none before it."))]
}
