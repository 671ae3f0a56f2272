//! The `[[chapters]]` of version 2.

use std::collections::HashMap;

use super::fault::quoted;
use super::key;
use super::model::{Chapter, Place};
use super::names::numbered;
use super::table::{Table, Value, Word};

/// The chapters in their order, and how to find them by their folder.
#[derive(Debug, Default)]
pub(super) struct Chapters {
    pub(super) list: Vec<Chapter>,
    pub(super) places: Vec<Place>,
    by_dir: HashMap<String, usize>,
}

impl Chapters {
    pub(super) fn read(course: &mut Table<'_, '_>) -> Chapters {
        let mut chapters = Chapters::default();
        let Some(value) = course.need(key::CHAPTERS) else {
            return chapters;
        };
        let Some(items) = value.get_ref().as_array() else {
            course.wrong_type(key::CHAPTERS, value, "a list of tables");
            return chapters;
        };
        for item in items {
            chapters.add(course, item);
        }
        chapters
    }

    /// The index of the chapter with this folder.
    pub(super) fn index(&self, dir: &str) -> Option<usize> {
        self.by_dir.get(dir).copied()
    }

    pub(super) fn dirs(&self) -> impl Iterator<Item = &str> {
        self.list.iter().map(|chapter| chapter.dir.as_str())
    }

    fn add<'d>(&mut self, course: &mut Table<'d, '_>, item: &'d Value<'d>) {
        let Some(mut table) = course.inside(key::CHAPTERS, item, "a chapter") else {
            return;
        };
        let dir = table.needed_sentence(key::DIR);
        let title = table.needed_sentence(key::TITLE);
        let about = table.text(key::ABOUT);
        let minutes = table.number(key::MINUTES, 1..=600);
        let numbered = dir.and_then(|dir| self.number(&mut table, dir));
        let place = table.place(dir.map_or(table.start(), |dir| dir.at));
        table.finish();
        let (Some(dir), Some(number)) = (dir, numbered) else {
            return;
        };
        self.by_dir.insert(dir.text.to_owned(), self.list.len());
        self.places.push(place);
        self.list.push(Chapter {
            dir: dir.text.to_owned(),
            number,
            title: title.map_or(dir.text, |title| title.text).trim().to_owned(),
            about: about.map_or("", |about| about.text).trim().to_owned(),
            minutes: minutes.and_then(|minutes| u32::try_from(minutes).ok()),
        });
    }

    /// The folder's number, which is higher than the one before. `None` if there is no such chapter to add.
    fn number(&self, table: &mut Table<'_, '_>, dir: Word<'_>) -> Option<u32> {
        if let Some(first) = self.index(dir.text) {
            let what = format!("the chapter {} is declared twice", quoted(dir.text));
            let first = &self.places[first];
            table.fault(
                dir.at,
                what,
                format!("the other is in line {}: keep one", first.line),
            );
            return None;
        }
        let number = match numbered(dir.text) {
            Ok(name) => name.number,
            Err(trouble) => {
                let what = format!("the folder name {} {trouble}", quoted(dir.text));
                table.fault(
                    dir.at,
                    what,
                    "write it like \"03_ownership\": its number, then lower-case words",
                );
                return None;
            }
        };
        if let Some(last) = self.list.last().filter(|last| last.number >= number) {
            let what = format!("chapter {number} stands after chapter {}", last.number);
            table.fault(dir.at, what, "let the numbers of chapters increase");
        }
        Some(number)
    }
}
