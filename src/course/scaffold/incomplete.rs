//! One word where a chapter and a name are wanted: what of the two it is.

use super::home::position;
use crate::course::model::Course;
use crate::course::names::numbered;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Incomplete {
    /// The folder of this chapter: the exercise has no name.
    Chapter(String),
    /// A name, without the number that tutor finds: it has no chapter.
    Name(String),
}

pub fn incomplete(course: &Course, word: &str) -> Incomplete {
    if let Some(index) = position(course, word) {
        return Incomplete::Chapter(course.chapters[index].dir.clone());
    }
    let slug = numbered(word).map_or(word, |name| name.slug);
    Incomplete::Name(slug.to_owned())
}
