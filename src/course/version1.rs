//! `format_version = 1`: rustlings' own format, as rustlings 6 reads it.

use std::collections::HashMap;

use super::arrange::names_are_unique;
use super::build;
use super::document::{Document, Parsed};
use super::exercise::Draft;
use super::fault::{Report, quoted};
use super::files::missing;
use super::key;
use super::load::{CourseFiles, too_many};
use super::model::{Build, Chapter, Course, Exercise, Format, Kind, Place, Profile, V1};
use super::names::plain_name_trouble;
use super::table::{Table, Word};

/// Reads the manifest, and edition, lints and dependencies from the course's Cargo.toml.
pub(super) fn read(files: &CourseFiles, root: &Parsed<'_>, report: &mut Report) -> Course {
    let mut table = Table::root(root, "the course", report);
    table.get(key::FORMAT_VERSION);
    let welcome = table.text(key::WELCOME_MESSAGE);
    let farewell = table.text(key::FINAL_MESSAGE);
    let mut chapters = Folders::default();
    let drafts = exercises(&mut table, files, &mut chapters);
    table.finish();
    names_are_unique(&drafts, report);
    for file in &files.chapters {
        let place = Place {
            path: file.path.clone(),
            line: 1,
        };
        let what = "a chapter has no info.toml of its own in version 1";
        report.warning(place, what, "move its exercises to the course's info.toml");
    }
    let trimmed = |word: Word<'_>| word.text.trim().to_owned();
    Course {
        format: Format::Rustlings,
        id: files.folder_name.clone(),
        title: files.folder_name.clone(),
        welcome: welcome.map(trimmed).unwrap_or_default(),
        farewell: farewell.map(trimmed).unwrap_or_default(),
        build: build_of(files, report),
        chapters: chapters.list,
        exercises: drafts.into_iter().map(|draft| draft.exercise).collect(),
    }
}

fn exercises(
    course: &mut Table<'_, '_>,
    files: &CourseFiles,
    chapters: &mut Folders,
) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let items = course
        .need(key::EXERCISES)
        .and_then(|_| course.list(key::EXERCISES));
    let items = items.unwrap_or_default();
    if items.is_empty() && course.has(key::EXERCISES) {
        course.absent(
            "the course has no exercises yet",
            "add a table `[[exercises]]`",
        );
    }
    for (index, item) in items.iter().enumerate() {
        if too_many(course, index + 1, item.span().start) {
            break;
        }
        if let Some(table) = course.inside(key::EXERCISES, item, "the exercise") {
            drafts.extend(exercise(table, files, chapters));
        }
    }
    drafts
}

fn exercise(
    mut table: Table<'_, '_>,
    files: &CourseFiles,
    chapters: &mut Folders,
) -> Option<Draft> {
    let name = table.needed_sentence(key::NAME);
    let dir = table.text(key::DIR);
    let hint = table
        .need(key::HINT)
        .and_then(|hint| table.as_text(key::HINT, hint));
    let v1 = V1 {
        test: table.flag(key::TEST).unwrap_or(true),
        strict_clippy: table.flag(key::STRICT_CLIPPY).unwrap_or(false),
    };
    table.flag(key::SKIP_CHECK_UNSOLVED);
    let name = name.filter(|name| is_safe(&mut table, *name));
    let dir_is_safe = dir.is_none_or(|dir| is_safe(&mut table, dir));
    let (name_at, declared) = (
        name.map(|name| table.place(name.at)),
        table.place(table.start()),
    );
    let file = name.filter(|_| dir_is_safe).map(|name| {
        let folder = dir.map(|dir| format!("{}/", dir.text)).unwrap_or_default();
        let file = format!("exercises/{folder}{}.rs", name.text);
        if !files.paths.contains(&file) {
            missing(&mut table, name, &file, &files.paths);
        }
        file
    });
    table.finish();
    let (chapter, number) = chapters.enter(dir.map_or("", |dir| dir.text));
    let hint = hint
        .map(|hint| hint.text.trim())
        .filter(|hint| !hint.is_empty());
    Some(Draft {
        exercise: Exercise {
            number,
            hints: hint.map(str::to_owned).into_iter().collect(),
            v1: Some(v1),
            ..plain(name?.text, chapter, file?, declared)
        },
        name_at: name_at?,
        formerly_at: Vec::new(),
    })
}

fn is_safe(table: &mut Table<'_, '_>, word: Word<'_>) -> bool {
    let trouble = plain_name_trouble(word.text);
    if let Some(trouble) = trouble {
        let what = format!("the name {} {trouble}", quoted(word.text));
        table.fault(word.at, what, "use letters, digits and _");
    }
    trouble.is_none()
}

/// An exercise with nothing of what version 1 does not know.
fn plain(name: &str, chapter: usize, file: String, declared: Place) -> Exercise {
    Exercise {
        id: name.to_owned(),
        name: name.to_owned(),
        chapter,
        number: 0,
        kind: Kind::Fix,
        files: vec![file],
        starts: None,
        tolerate: Vec::new(),
        deny: Vec::new(),
        rules: Vec::new(),
        runs: Vec::new(),
        expect: None,
        choices: Vec::new(),
        profiles: vec![Profile::Debug],
        budget: Default::default(),
        timeout_s: 10,
        unsafe_allowed: true,
        needs: Vec::new(),
        hints: Vec::new(),
        hint_on: Default::default(),
        questions: Vec::new(),
        docs: Vec::new(),
        teaches: Vec::new(),
        builds_on: Vec::new(),
        formerly: Vec::new(),
        points: 1,
        tracks: Vec::new(),
        obvious: false,
        allow: Default::default(),
        v1: None,
        declared,
    }
}

/// The folders of version 1 as chapters: numbered from 1 in the order in which they first appear, one without a
/// name for exercises that stand in no folder. A folder may come again later, as rustlings' quizzes do.
#[derive(Debug, Default)]
struct Folders {
    list: Vec<Chapter>,
    by_dir: HashMap<String, usize>,
    filled: Vec<u32>,
}

impl Folders {
    /// The chapter's index, and the number of the next exercise in it.
    fn enter(&mut self, dir: &str) -> (usize, u32) {
        let index = match self.by_dir.get(dir) {
            Some(index) => *index,
            None => self.add(dir),
        };
        self.filled[index] += 1;
        (index, self.filled[index])
    }

    fn add(&mut self, dir: &str) -> usize {
        let index = self.list.len();
        self.by_dir.insert(dir.to_owned(), index);
        self.filled.push(0);
        self.list.push(Chapter {
            dir: dir.to_owned(),
            number: u32::try_from(index + 1).unwrap_or(u32::MAX),
            title: title(dir),
            about: String::new(),
            minutes: None,
        });
        index
    }
}

/// `06_move_semantics` → `Move semantics`
fn title(dir: &str) -> String {
    let words = dir
        .trim_start_matches(|c: char| c.is_ascii_digit() || c == '_')
        .replace('_', " ");
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => "Exercises".to_owned(),
    }
}

fn build_of(files: &CourseFiles, report: &mut Report) -> Build {
    let Some(file) = &files.cargo_toml else {
        let place = Place {
            path: "Cargo.toml".to_owned(),
            line: 1,
        };
        let remedy = "add one with the edition and the lints; edition 2024 and no lints are taken";
        report.warning(place, "the course has no Cargo.toml", remedy);
        return Build::default();
    };
    let Some(document) = Document::decode(file, report) else {
        return Build::default();
    };
    let parsed = document.parse(report);
    build::from_cargo_toml(&mut Table::root(&parsed, "Cargo.toml", report))
}

#[cfg(test)]
mod tests;
