//! What `tutor new` says.

use super::count::counted;
use super::faults::listed;
use super::folder::{nowhere, quoted, taken};
use super::text::{Line, Role};
use crate::course::CourseFault;
use crate::course::model::{Course, Kind};
use crate::course::scaffold::{Incomplete, MARK, Plan};
use crate::verify::finding::sentence;

/// Everything that was written.
pub fn announced(course: &Course, kind: Kind, plan: &Plan) -> Vec<Line> {
    let number = &plan.number;
    let mut lines = vec![Line::plain(format!(
        "A new exercise of kind {}, {number} of \"{}\":",
        kind.key(),
        course.title
    ))];
    let files = plan
        .files
        .iter()
        .map(|(path, _)| (path.as_str(), about(path)));
    let manifests = plan.manifests.iter().map(|manifest| {
        let about = match (&plan.chapter, manifest.path.as_str()) {
            (Some(_), "info.toml") if plan.manifests.len() > 1 => "the new chapter",
            (Some(_), "info.toml") => "the new chapter, and the exercise's entry",
            _ => "its entry",
        };
        (manifest.path.as_str(), about)
    });
    let all: Vec<(&str, &str)> = files.chain(manifests).collect();
    lines.extend(table(&all));
    if !plan.renumbered.is_empty() {
        lines.push(Line::plain("Another number, to make room:"));
        let names = plan.renumbered.iter();
        lines.extend(names.map(|name| Line::plain(format!("    {} -> {}", name.from, name.to))));
    }
    lines
}

/// What a file of a course is.
fn about(path: &str) -> &'static str {
    if path.ends_with(".mutants.rs") {
        "the versions that its tests have to find"
    } else if path.ends_with("README.md") {
        "the card of the chapter"
    } else if path.starts_with("exercises/support/") {
        "what its tests count with"
    } else if path.starts_with("exercises/") {
        "the starter"
    } else if path.starts_with("solutions/") {
        "the solution"
    } else {
        "an answer that must be refused"
    }
}

fn table(rows: &[(&str, &str)]) -> Vec<Line> {
    let widest = rows.iter().map(|(path, _)| path.len()).max().unwrap_or(0);
    let row = |(path, about): &(&str, &str)| {
        Line::of(format!("    {path:<widest$}  "), Role::Path).and(*about, Role::Plain)
    };
    rows.iter().map(row).collect()
}

/// `course`: the one that was named.
pub fn go_on(slug: &str, course: Option<&str>) -> Vec<Line> {
    let course = course.map(|dir| format!(" --course {}", quoted(dir)));
    let course = course.unwrap_or_default();
    vec![
        Line::default(),
        Line::plain(format!(
            "It works as it is. Replace it by your own, line by line: what is missing says `{}`.",
            MARK.trim_end()
        )),
        Line::plain("What is still to be done, with file and line:"),
        Line::of(format!("    tutor verify {slug}{course}"), Role::Strong),
    ]
}

/// A whole course that was written.
pub fn new_course(dir: &str, files: &[(String, String)]) -> Vec<Line> {
    let count = counted(files.len(), "file", "files");
    let mut lines = vec![
        Line::plain("A course is in  ")
            .and(dir, Role::Strong)
            .and(format!("  ({count}):"), Role::Plain),
    ];
    lines.extend(table(&[
        ("info.toml", "what the course is made of"),
        ("exercises/", "what learners begin with"),
        ("solutions/", "the same, solved"),
        ("tests/", "answers that must be refused, or must pass"),
        ("README.md", "for those who write it"),
        (".github/", "a workflow that proves it on every push"),
    ]));
    lines
}

pub fn go_on_with_course(dir: &str) -> Vec<Line> {
    let mut lines = vec![Line::default(), Line::plain("Now:")];
    if dir != "." {
        lines.push(Line::of(format!("    cd {}", quoted(dir)), Role::Strong));
    }
    let commands = [
        ("tutor verify", "proves that it is sound"),
        ("tutor watch", "works through it, as a learner does"),
        (
            "tutor new 01_lending/NAME --kind fix",
            "begins another exercise",
        ),
    ];
    let widest = commands
        .iter()
        .map(|(words, _)| words.len())
        .max()
        .unwrap_or(0);
    lines.extend(commands.iter().map(|(words, about)| {
        Line::of(format!("    {words:<widest$}   "), Role::Strong).and(*about, Role::Plain)
    }));
    lines
}

pub fn nothing_named() -> Vec<Line> {
    vec![
        Line::plain("Say what is to be begun, an exercise or a whole course:"),
        Line::of(
            "    tutor new 03_ownership/lend_it --kind fix",
            Role::Strong,
        ),
        Line::of("    tutor new --course my-course", Role::Strong),
    ]
}

/// A name without a chapter, or a chapter without a name.
pub fn incomplete(course: &Course, word: &Incomplete, kind: Kind) -> Vec<Line> {
    let last = course.chapters.last();
    let (what, example) = match word {
        Incomplete::Chapter(dir) => (
            format!("{dir} is a chapter. Say how the exercise is called, as in"),
            format!("{dir}/lend_it"),
        ),
        Incomplete::Name(slug) => {
            let dir = last.map_or("01_first_steps", |chapter| &chapter.dir);
            (
                "Say in which chapter, as in".to_owned(),
                format!("{dir}/{}", quoted(slug)),
            )
        }
    };
    vec![
        Line::plain(what),
        Line::of(
            format!("    tutor new {example} --kind {}", kind.key()),
            Role::Strong,
        ),
    ]
}

/// Where there is no course to write in, nor to prove.
pub fn no_course(named: Option<&str>) -> Vec<Line> {
    let mut lines = vec![
        Line::plain(nowhere(named)),
        Line::plain("To begin a course of your own:"),
        Line::of("    tutor new --course my-course", Role::Strong),
    ];
    if named.is_none() {
        lines.push(Line::plain(
            "If you have one already, go there, or name it with --course.",
        ));
    }
    lines
}

pub fn learners_folder(dir: &str) -> Vec<Line> {
    vec![
        taken(
            dir,
            "a learner's folder. Exercises are written in the folder of a course",
        ),
        Line::of(
            "    tutor new 03_ownership/lend_it --kind fix --course path/to/course",
            Role::Strong,
        ),
        Line::plain("To begin a course of your own:"),
        Line::of("    tutor new --course my-course", Role::Strong),
    ]
}

/// A course in rustlings' format.
pub fn other_format() -> Vec<Line> {
    vec![Line::plain(
        "This course is written in rustlings' format, which `tutor new` does not write. Write `format_version = 2`, \
         give it an `id`, a `title` and `[[chapters]]`, and each exercise a `kind`.",
    )]
}

/// Why the exercise is not begun.
pub fn refused(what: &str, remedy: &str) -> Vec<Line> {
    vec![
        Line::plain(format!("{} Nothing was written.", sentence(what))),
        Line::plain(sentence(remedy)),
    ]
}

pub fn would_have_faults(faults: &[CourseFault]) -> Vec<Line> {
    let count = counted(faults.len(), "fault", "faults");
    let mut lines = vec![Line::plain(format!(
        "With it the course would have {count}. Nothing was written."
    ))];
    lines.extend(listed(faults));
    lines
}

pub fn there_already(paths: &[&str]) -> Vec<Line> {
    let mut lines = vec![Line::plain(match paths.len() {
        1 => "This file is there already. Nothing was written.",
        _ => "These files are there already. Nothing was written.",
    })];
    lines.extend(
        paths
            .iter()
            .map(|path| Line::of(format!("    {path}"), Role::Path)),
    );
    lines.push(Line::plain("Move them away, or choose another name."));
    lines
}

pub fn changed_meanwhile(path: &str) -> Vec<Line> {
    vec![
        Line::plain(format!(
            "{path} was changed meanwhile by somebody else. Nothing was written."
        )),
        Line::plain("Call the same once more."),
    ]
}

/// A fault in the middle; `why` continues a sentence.
pub fn taken_back(why: &str) -> Vec<Line> {
    vec![
        Line::plain(format!("tutor could not {why}.")),
        Line::plain("Everything is as it was before."),
    ]
}

/// A word that means several exercises, where one is wanted.
pub fn means_several(word: &str, count: usize) -> Vec<Line> {
    vec![Line::plain(format!(
        "`{word}` means {count} exercises. Name the one that the new one follows."
    ))]
}

pub fn is_a_course(dir: &str) -> Vec<Line> {
    vec![
        taken(dir, "a course already. Nothing was written"),
        Line::plain("To begin another exercise in it:"),
        Line::of(
            format!(
                "    tutor new 03_ownership/lend_it --kind fix --course {}",
                quoted(dir)
            ),
            Role::Strong,
        ),
    ]
}

pub fn is_not_empty(dir: &str) -> Vec<Line> {
    let what = "there already, and it is not empty. Nothing was written";
    another_name(dir, what)
}

pub fn is_no_folder(dir: &str) -> Vec<Line> {
    another_name(dir, "there already, and it is a file. Nothing was written")
}

fn another_name(dir: &str, what: &str) -> Vec<Line> {
    vec![
        taken(dir, what),
        Line::plain("Give the new folder another name:"),
        Line::of("    tutor new --course my-course", Role::Strong),
    ]
}
