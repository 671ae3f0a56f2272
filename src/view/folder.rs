//! What is said about folders: a new one, a newer course in an old one, and none at all.

use super::count::counted;
use super::text::{Line, Role};

/// A learner's folder that was just written.
#[derive(Debug, Clone, Copy)]
pub struct Written<'a> {
    /// As the learner named it.
    pub dir: &'a str,
    pub exercises: usize,
    pub solutions: bool,
}

/// Where it is, what is in it, and how to begin.
pub fn written(written: Written<'_>) -> Vec<Line> {
    let Written { dir, exercises, .. } = written;
    let folders = if written.solutions { 3 } else { 2 };
    let shown = match dir {
        "." => this_folder(dir).to_owned(),
        dir => format!("{}/", dir.trim_end_matches('/')),
    };
    let mut lines = vec![
        Line::plain("Your course is in  ")
            .and(shown, Role::Strong)
            .and(
                format!(
                    "  ({}; {folders} folders you will see):",
                    counted(exercises, "exercise", "exercises")
                ),
                Role::Plain,
            ),
        part("exercises/", "the files you work on"),
    ];
    if written.solutions {
        let ours = "ours; each one appears when you have done the exercise";
        lines.push(part("solutions/", ours));
    }
    lines.extend([
        part(".tutor/", "your progress and what you undo. Keep it."),
        Line::default(),
        Line::plain("Now, in two windows side by side:"),
        open_in_the_editor(dir),
    ]);
    lines.extend(way_in("    2  a terminal    ", dir));
    lines
}

/// What a newer course changed in a learner's folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Upgraded {
    /// Exercises that were not there.
    pub added: Vec<String>,
    /// Starters that nobody had touched.
    pub replaced: Vec<String>,
    /// Files that go by another name now: from, to.
    pub moved: Vec<(String, String)>,
    /// New starters beside files that were edited.
    pub beside: Vec<String>,
    /// Where copies are of earlier ones of these that were worked on.
    pub kept: Vec<String>,
}

/// One line for each kind of change; what was edited is said last, with what to do about it.
pub fn upgraded(dir: &str, upgraded: &Upgraded) -> Vec<Line> {
    let Upgraded {
        added,
        replaced,
        moved,
        beside,
        kept,
    } = upgraded;
    let mut lines = vec![Line::plain(format!(
        "The course in {} is up to date. Your progress is as it was.",
        this_folder(dir)
    ))];
    lines.extend(changed("new", added));
    lines.extend(changed(
        "brought up to date, as you had not touched them",
        replaced,
    ));
    let moved: Vec<String> = moved
        .iter()
        .map(|(from, to)| format!("{from} -> {to}"))
        .collect();
    lines.extend(changed("renamed in the course", &moved));
    lines.extend(changed(
        "changed in the course, and edited by you: yours are as they were",
        beside,
    ));
    if !beside.is_empty() {
        lines.push(Line::plain(
            "    Each of these is the new starter. Take from it what you like, then delete it.",
        ));
    }
    if !kept.is_empty() {
        lines.push(Line::plain(
            "    What stood there before is kept, in case you had worked on it:",
        ));
        lines.extend(
            kept.iter()
                .map(|copy| Line::of(format!("        {copy}"), Role::Quiet)),
        );
    }
    if lines.len() == 1 {
        lines.push(Line::plain("    No exercise had to change."));
    }
    lines
}

/// No course in the current folder or above it, or none in the one that was named.
pub fn no_course(named: Option<&str>) -> Vec<Line> {
    vec![
        Line::plain(nowhere(named)),
        Line::default(),
        Line::plain("To begin with the course that comes with tutor:"),
        Line::of("    tutor init", Role::Strong),
        Line::of("    cd rust-tutor", Role::Strong),
        Line::of("    tutor", Role::Strong),
        Line::default(),
        Line::plain("If you have a folder already, go there, or name it:"),
        Line::of("    tutor --course DIR", Role::Strong),
    ]
}

pub(super) fn nowhere(named: Option<&str>) -> String {
    match named {
        Some(dir) => format!("There is no course in {}.", this_folder(dir)),
        None => "There is no course in this folder, nor in a folder above it.".to_owned(),
    }
}

pub fn is_a_course(dir: &str) -> Vec<Line> {
    vec![
        taken(
            dir,
            "a course's own folder: its exercises are worked on where they are",
        ),
        way_in_of(dir),
        Line::plain("To write a learner's folder from it, name another one:"),
        Line::of(
            format!("    tutor init my-folder --from {}", quoted(dir)),
            Role::Strong,
        ),
    ]
}

pub fn is_not_empty(dir: &str) -> Vec<Line> {
    let what = taken(
        dir,
        "there already, and it is not empty. Nothing was written",
    );
    [vec![what], another_name()].concat()
}

pub fn is_no_folder(dir: &str) -> Vec<Line> {
    let what = taken(dir, "there already, and it is a file. Nothing was written");
    [vec![what], another_name()].concat()
}

pub fn cannot_be_read(dir: &str, why: &str) -> Vec<Line> {
    let what = format!("there already, and cannot be read ({why}). Nothing was written");
    vec![taken(dir, &what)]
}

/// The folder has a course, and it is not the one that was to be put there. Both by their titles, or else by their ids.
pub fn has_another_course(dir: &str, theirs: &str, ours: &str) -> Vec<Line> {
    vec![
        taken(
            dir,
            &format!("a learner's folder of another course, \"{theirs}\". Nothing was written"),
        ),
        Line::plain("To bring that one up to date, say where its course is:"),
        Line::of("    tutor init --from COURSE", Role::Strong),
        Line::plain(format!(
            "To learn with \"{ours}\", give its folder another name:"
        )),
        Line::of("    tutor init my-folder", Role::Strong),
    ]
}

fn way_in_of(dir: &str) -> Line {
    let tutor = match dir {
        "." => "    tutor".to_owned(),
        dir => format!("    tutor --course {}", quoted(dir)),
    };
    Line::of(tutor, Role::Strong)
}

fn part(name: &str, what: &str) -> Line {
    Line::of(format!("    {name:<15}"), Role::Strong).and(what, Role::Plain)
}

fn open_in_the_editor(dir: &str) -> Line {
    let before = Line::plain("    1  your editor   open ");
    match dir {
        "." => before.and("this folder", Role::Strong),
        dir => before
            .and("the folder  ", Role::Plain)
            .and(dir, Role::Strong),
    }
}

/// `cd DIR` and `tutor`, one below the other.
fn way_in(before: &str, dir: &str) -> Vec<Line> {
    let blanks = " ".repeat(before.len());
    match dir {
        "." => vec![Line::plain(before).and("tutor", Role::Strong)],
        dir => vec![
            Line::plain(before).and(format!("cd {}", quoted(dir)), Role::Strong),
            Line::plain(blanks).and("tutor", Role::Strong),
        ],
    }
}

/// `DIR is …`
pub(super) fn taken(dir: &str, what: &str) -> Line {
    let dir = if dir == "." { "This folder" } else { dir };
    let end = if what.ends_with("written") { "." } else { ":" };
    Line::plain(format!("{dir} is {what}{end}"))
}

fn another_name() -> Vec<Line> {
    vec![
        Line::plain("Give the new folder another name:"),
        Line::of("    tutor init my-folder", Role::Strong),
    ]
}

/// The current folder has a name in a sentence.
pub(super) fn this_folder(dir: &str) -> &str {
    if dir == "." { "this folder" } else { dir }
}

/// As a shell takes it.
pub(super) fn quoted(dir: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "/._-+:\\~".contains(c);
    if dir.chars().all(plain) {
        dir.to_owned()
    } else {
        format!("'{}'", dir.replace('\'', "'\\''"))
    }
}

/// How many, and the first few by name.
fn changed(how: &str, names: &[String]) -> Vec<Line> {
    const SHOWN: usize = 6;
    if names.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![Line::plain(format!("    {} {how}:", names.len()))];
    for name in names.iter().take(SHOWN) {
        lines.push(Line::of(format!("        {name}"), Role::Quiet));
    }
    if names.len() > SHOWN {
        let more = names.len() - SHOWN;
        lines.push(Line::of(format!("        and {more} more"), Role::Quiet));
    }
    lines
}
