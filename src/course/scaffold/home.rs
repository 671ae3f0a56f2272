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
        if let Some(index) = position(course, word) {
            return Ok(Home::There(index));
        }
        let name = numbered(word).map_err(|why| match begins_with_number(word) {
            true => no_name(course, word, why),
            false => unknown(course, word),
        })?;
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

/// The chapter that a word means: its folder, its name or its number.
pub(super) fn position(course: &Course, word: &str) -> Option<usize> {
    let is_meant = |chapter: &Chapter| {
        let name = numbered(&chapter.dir).map_or("", |dir| dir.slug);
        chapter.dir == word || name == word || word.parse() == Ok(chapter.number)
    };
    course.chapters.iter().position(is_meant)
}

fn begins_with_number(word: &str) -> bool {
    let rest = word.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < word.len() && rest.starts_with('_')
}

/// It is written as a new chapter, but none can have this name.
fn no_name(course: &Course, word: &str, why: &str) -> Refusal {
    let what = format!("the chapter's name {} {why}", quoted(word));
    let new = "write it like `03_ownership`: its number, then lower-case words";
    Refusal::trouble(what, or_meant(course, word, new))
}

fn unknown(course: &Course, word: &str) -> Refusal {
    let what = format!("the course has no chapter {}", quoted(word));
    let free = course.chapters.iter().map(|chapter| chapter.number).max();
    let new = format!(
        "a new chapter begins with its number, as in `{:02}_borrowing`",
        free.map_or(1, |last| last + 1)
    );
    Refusal::trouble(what, or_meant(course, word, &new))
}

/// What to do about a new chapter, unless one that is there was meant.
fn or_meant(course: &Course, word: &str, new: &str) -> String {
    let dirs = course.chapters.iter().map(|chapter| chapter.dir.as_str());
    match nearest(word, dirs) {
        Some(near) => format!("did you mean `{near}`? If not: {new}"),
        None => new.to_owned(),
    }
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
