//! Which chapter a new exercise belongs to: one that is there, or a new one.

use super::Refusal;
use crate::course::fault::quoted;
use crate::course::model::{Chapter, Course};
use crate::course::names::numbered;
use crate::course::nearest;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Home {
    /// Its place in the course.
    There(usize),
    New {
        dir: String,
        number: u32,
        title: String,
    },
}

impl Home {
    /// `word`: the folder (`03_ownership`), its name (`ownership`) or its number; or the folder of a new chapter.
    pub(super) fn find(course: &Course, word: &str) -> Result<Home, Refusal> {
        let is_meant = |chapter: &Chapter| {
            let name = numbered(&chapter.dir).map_or("", |dir| dir.slug);
            chapter.dir == word || name == word || word.parse() == Ok(chapter.number)
        };
        if let Some(index) = course.chapters.iter().position(is_meant) {
            return Ok(Home::There(index));
        }
        let Ok(name) = numbered(word) else {
            return Err(unknown(course, word));
        };
        let mut chapters = course.chapters.iter();
        if let Some(other) = chapters.find(|chapter| chapter.number == name.number) {
            let what = format!("chapter {} is {} already", name.number, quoted(&other.dir));
            let remedy = "write that one, or a number that is free for a new chapter";
            return Err(Refusal::trouble(what, remedy));
        }
        Ok(Home::New {
            dir: word.to_owned(),
            number: name.number,
            title: title(name.slug),
        })
    }

    pub(super) fn dir<'a>(&'a self, course: &'a Course) -> &'a str {
        match self {
            Home::There(index) => &course.chapters[*index].dir,
            Home::New { dir, .. } => dir,
        }
    }

    pub(super) fn number(&self, course: &Course) -> u32 {
        match self {
            Home::There(index) => course.chapters[*index].number,
            Home::New { number, .. } => *number,
        }
    }
}

fn unknown(course: &Course, word: &str) -> Refusal {
    let what = format!("the course has no chapter {}", quoted(word));
    let dirs = course.chapters.iter().map(|chapter| chapter.dir.as_str());
    let free = course.chapters.iter().map(|chapter| chapter.number).max();
    let new = format!(
        "a new chapter begins with its number, as in `{:02}_borrowing`",
        free.map_or(1, |last| last + 1)
    );
    let remedy = match nearest(word, dirs) {
        Some(near) => format!("did you mean `{near}`? If not: {new}"),
        None => new,
    };
    Refusal::trouble(what, remedy)
}

/// `first_steps` as `First steps`.
pub(super) fn title(words: &str) -> String {
    let words = words.replace(['_', '-'], " ");
    let mut letters = words.chars();
    let first: String = letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    format!("{first}{}", letters.as_str())
}
