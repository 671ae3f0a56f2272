//! `format_version = 2`: the root manifest, and those of the chapters.

use super::arrange::{arrange, warn_of_strays};
use super::build;
use super::chapters::Chapters;
use super::document::{Document, Parsed, TextFile};
use super::exercise::{self, Common, Draft, Home};
use super::fault::{Report, quoted};
use super::key;
use super::load::{CourseFiles, too_many};
use super::model::{Build, Course, Format};
use super::names::plain_name_trouble;
use super::nearest::nearest;
use super::table::Table;
use super::teaching::block;

/// Reads the root and every chapter's manifest.
pub(super) fn read(files: &CourseFiles, root: &Parsed<'_>, report: &mut Report) -> Course {
    let mut table = Table::root(root, "the course", report);
    table.get(key::FORMAT_VERSION);
    let mut course = head(&mut table);
    let chapters = Chapters::read(&mut table);
    let reader = Reader {
        chapters: &chapters,
        common: Common {
            build: &course.build,
            paths: &files.paths,
        },
    };
    let mut found = reader.in_root(&mut table);
    table.finish();
    for file in &files.chapters {
        reader.in_chapter_file(file, &mut found, report);
    }
    if found.tables == 0 && root.is_whole() {
        let what = "the course has no exercises yet";
        let remedy = "add a table `[[exercises]]`, here or in exercises/NN_chapter/info.toml";
        report.fault(root.document.place(0), what, remedy);
    }
    course.exercises = arrange(&chapters, found.drafts, report);
    if report.has_no_faults() {
        warn_of_strays(&course.exercises, &chapters, &files.paths, report);
    }
    course.chapters = chapters.list;
    course
}

/// What is known before an exercise is read.
struct Reader<'c> {
    chapters: &'c Chapters,
    common: Common<'c>,
}

/// The exercises of one or more manifests.
#[derive(Default)]
struct Found {
    drafts: Vec<Draft>,
    /// How many tables there were, sound or not.
    tables: usize,
}

impl Reader<'_> {
    /// The exercises in the root manifest, each with its `dir`.
    fn in_root(&self, course: &mut Table<'_, '_>) -> Found {
        let mut found = Found::default();
        self.each(course, &mut found, |table| self.home(table));
        found
    }

    /// The exercises in `exercises/NN_chapter/info.toml`, none of them with a `dir`.
    fn in_chapter_file(&self, file: &TextFile, found: &mut Found, report: &mut Report) {
        let Some(document) = Document::decode(file, report) else {
            found.tables += 1;
            return;
        };
        let parsed = document.parse(report);
        let mut table = Table::root(&parsed, "a chapter's info.toml", report);
        let dir = file.path.rsplit('/').nth(1).unwrap_or_default();
        let chapter = self.chapters.index(dir);
        if chapter.is_none() {
            let what = format!("the course has no chapter {}", quoted(dir));
            let remedy =
                format!("add `[[chapters]]` with `dir = \"{dir}\"` to the course's info.toml");
            table.fault(0, what, remedy);
        }
        let home = chapter.map(|chapter| Home { chapter, dir });
        self.each(&mut table, found, |table| {
            if let Some(value) = table.get(key::DIR) {
                let what = "`dir` stands in a chapter's own info.toml";
                table.fault(value.span().start, what, "take it out: the folder says it");
            }
            home
        });
        if !parsed.is_whole() {
            found.tables += 1;
        }
        table.finish();
    }

    fn each<'d, 'h>(
        &self,
        manifest: &mut Table<'d, '_>,
        found: &mut Found,
        mut home: impl FnMut(&mut Table<'d, '_>) -> Option<Home<'h>>,
    ) {
        for item in manifest.list(key::EXERCISES).unwrap_or_default() {
            found.tables += 1;
            if too_many(manifest, found.tables, item.span().start) {
                return;
            }
            let Some(mut table) = manifest.inside(key::EXERCISES, item, "the exercise") else {
                continue;
            };
            let home = home(&mut table);
            found
                .drafts
                .extend(exercise::read(&mut table, home, self.common));
            table.finish();
        }
    }

    /// The chapter that `dir` names.
    fn home(&self, table: &mut Table<'_, '_>) -> Option<Home<'_>> {
        let dir = table.needed_sentence(key::DIR)?;
        let Some(chapter) = self.chapters.index(dir.text) else {
            let what = format!("the course has no chapter {}", quoted(dir.text));
            let remedy = match nearest(dir.text, self.chapters.dirs()) {
                Some(known) => format!("did you mean \"{known}\"?"),
                None => "add it as `[[chapters]]`, with `dir` and `title`".to_owned(),
            };
            table.fault(dir.at, what, remedy);
            return None;
        };
        let dir = self.chapters.list[chapter].dir.as_str();
        Some(Home { chapter, dir })
    }
}

/// All of the course but its chapters and exercises.
fn head(table: &mut Table<'_, '_>) -> Course {
    let id = table.needed_sentence(key::ID);
    if let Some(id) = id
        && let Some(trouble) = plain_name_trouble(id.text)
    {
        let what = format!("the id {} {trouble}", quoted(id.text));
        table.fault(id.at, what, "write it in letters, digits, - and _");
    }
    let title = table.needed_sentence(key::TITLE);
    let welcome = table.text(key::WELCOME_MESSAGE);
    let farewell = table.text(key::FINAL_MESSAGE);
    Course {
        format: Format::Tutor,
        id: id.map_or("", |id| id.text).to_owned(),
        title: title.map_or("", |title| title.text).trim().to_owned(),
        welcome: welcome.map(|text| block(text.text)).unwrap_or_default(),
        farewell: farewell.map(|text| block(text.text)).unwrap_or_default(),
        build: build_of(table),
        chapters: Vec::new(),
        exercises: Vec::new(),
    }
}

fn build_of(table: &mut Table<'_, '_>) -> Build {
    let Some(value) = table.get(key::BUILD) else {
        return Build::default();
    };
    let Some(mut inside) = table.inside(key::BUILD, value, "`[build]`") else {
        return Build::default();
    };
    let build = build::from_build_table(&mut inside);
    inside.finish();
    build
}
