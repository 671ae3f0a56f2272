//! Another exercise in a course.

use super::write;
use crate::commands::builtin;
use crate::commands::desk::Desk;
use crate::commands::exit::Exit;
use crate::commands::place::{self, Kind as Folder};
use crate::commands::stop::Stop;
use crate::course::SUPPORT;
use crate::course::model::{Course, Format, Kind};
use crate::course::scaffold::{Plan, Refusal, Wish, incomplete, plan};
use crate::course::select::select;
use crate::course::{self, CourseFiles};
use crate::view::text::Line;
use crate::view::{faults, findings, scaffold};

pub fn run(desk: &Desk, word: &str, kind: Kind, after: Option<&str>) -> anyhow::Result<Exit> {
    let (root, folder) = place::find_as_author(desk)?;
    if folder == Folder::Learner {
        return Err(usage(scaffold::learners_folder(&desk.shown(&root))).into());
    }
    let name = root.file_name().unwrap_or_default().to_string_lossy();
    let described = place::described(&name, &root)
        .map_err(|trouble| place::unreadable(desk, &root, &trouble))?;
    let course = understood(&described, &desk.shown(&root))?;
    let plan = planned(&course, &described, word, kind, after)?;
    write::nothing_in_the_way(&root, &plan)?;
    write::all(&root, &plan)?;
    desk.say(&scaffold::announced(&course, kind, &plan))?;
    let slug = word.rsplit('/').next().unwrap_or(word);
    let named = desk.globals.course.as_ref();
    let named = named.map(|dir| dir.display().to_string());
    desk.advise(&scaffold::go_on(slug, named.as_deref()))?;
    Ok(Exit::Passed)
}

/// The course as it is. It may have no exercises yet, but no other fault.
fn understood(described: &CourseFiles, dir: &str) -> Result<Course, Stop> {
    let loaded = course::load(described);
    let empty = loaded
        .draft
        .filter(|draft| draft.exercises.is_empty() && loaded.faults.len() == 1);
    let Some(course) = loaded.course.or(empty) else {
        let lines = faults::unsound(dir, &loaded.faults, false);
        return Err(Stop::new(Exit::NoCourse, lines));
    };
    match course.format {
        Format::Tutor => Ok(course),
        Format::Rustlings => Err(usage(scaffold::other_format())),
    }
}

fn planned(
    course: &Course,
    described: &CourseFiles,
    word: &str,
    kind: Kind,
    after: Option<&str>,
) -> Result<Plan, Stop> {
    let Some((chapter, slug)) = word.split_once('/') else {
        let word = incomplete(course, word);
        return Err(usage(scaffold::incomplete(course, &word, kind)));
    };
    let after = after.map(|word| named(course, word)).transpose()?;
    let wish = Wish {
        chapter,
        slug,
        kind,
        after,
        support: support(),
    };
    plan(course, described, &wish).map_err(|refusal| match refusal {
        Refusal::Trouble { what, remedy } => usage(scaffold::refused(&what, &remedy)),
        Refusal::Faults(faults) => usage(scaffold::would_have_faults(&faults)),
    })
}

/// The one exercise that a word means.
fn named(course: &Course, word: &str) -> Result<usize, Stop> {
    let found =
        select(course, &[word]).map_err(|errors| usage(findings::told_of_words(&errors)))?;
    match found.as_slice() {
        [one] => Ok(*one),
        several => Err(usage(scaffold::means_several(word, several.len()))),
    }
}

/// The support crate of the course that is built in.
fn support() -> &'static str {
    let found = builtin::files().find(|(path, _)| *path == SUPPORT);
    let text = found.and_then(|(_, bytes)| std::str::from_utf8(bytes).ok());
    text.unwrap_or_default()
}

fn usage(lines: Vec<Line>) -> Stop {
    Stop::new(Exit::Usage, lines)
}
