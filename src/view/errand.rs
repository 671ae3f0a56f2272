//! What the small commands say: `hint`, `solution`, `explain`, `go`, `next`, `prev`, `reset`.

use super::count::counted;
use super::text::{Line, Role, Span};
use crate::course::model::Course;

/// An exercise as it is named in a sentence.
#[derive(Debug, Clone, Copy)]
pub struct Named<'a> {
    /// `03.2`
    pub number: &'a str,
    pub title: &'a str,
    /// Its file, as the learner can open it from where the command was called.
    pub path: &'a str,
    /// The same, whole.
    pub link: &'a str,
}

impl Named<'_> {
    fn comma(&self) -> String {
        format!("{}, {},", self.number, self.title)
    }
}

/// `03.2`, as the screens show it.
pub fn number(course: &Course, exercise: usize) -> String {
    let exercise = &course.exercises[exercise];
    let chapter = course.chapter_of(exercise).number;
    format!("{chapter:02}.{}", exercise.number)
}

/// One hint of `of`.
pub fn hint(exercise: &Named<'_>, level: usize, of: usize, text: &str) -> Vec<Line> {
    under(exercise, &format!("hint {level} of {of}"), text)
}

/// The one for what the learner meets now; a hint of the exercise's own may follow.
pub fn fitting_hint(exercise: &Named<'_>, text: &str) -> Vec<Line> {
    let mut lines = under(exercise, "a hint for what you meet now", text);
    lines.push(Line::default());
    lines
}

fn under(exercise: &Named<'_>, which: &str, text: &str) -> Vec<Line> {
    let mut lines = vec![heading(exercise).and(format!("   {which}"), Role::Quiet)];
    lines.push(Line::default());
    lines.extend(text.trim_matches('\n').trim_end().lines().map(Line::plain));
    lines
}

/// What comes after a hint: the next one, or our solution. `again` is the exercise as it was named, a blank before it.
pub fn after_hint(level: usize, of: usize, again: &str) -> Vec<Line> {
    let (what, command) = if level < of {
        ("The next hint:  ", "tutor hint")
    } else {
        ("That was the last hint. Our solution:  ", "tutor solution")
    };
    vec![
        Line::default(),
        Line::plain(what).and(format!("{command}{again}"), Role::Strong),
    ]
}

pub fn no_hint(exercise: &Named<'_>) -> Vec<Line> {
    sentence(format!("{} has no hint.", exercise.comma()))
}

pub fn no_such_hint(exercise: &Named<'_>, of: usize) -> Vec<Line> {
    let hints = counted(of, "hint", "hints");
    sentence(format!("{} has {hints}.", exercise.comma()))
}

/// Where the learner is now, and what to open.
pub fn here(exercise: &Named<'_>) -> Vec<Line> {
    vec![
        Line::plain("You are at ").and(
            format!("{}  {}", exercise.number, exercise.title),
            Role::Strong,
        ),
        linked(exercise.path, exercise.link),
    ]
}

/// Said before [`here`], when an exercise that is not done was left.
pub fn skipped(exercise: &Named<'_>) -> Vec<Line> {
    sentence(format!(
        "{} is skipped for now. It comes again when the others are done.",
        exercise.comma()
    ))
}

pub fn all_done() -> Vec<Line> {
    sentence("Every exercise is done. There is no next one.")
}

/// Every other exercise is done.
pub fn last_one(exercise: &Named<'_>) -> Vec<Line> {
    sentence(format!(
        "{} is the only one that is not done.",
        exercise.comma()
    ))
}

pub fn first_already(exercise: &Named<'_>) -> Vec<Line> {
    sentence(format!(
        "{} is the first exercise. There is none before it.",
        exercise.comma()
    ))
}

/// It is as it was at first; `kept` are the copies of what the learner wrote.
pub fn reset(exercise: &Named<'_>, id: &str, kept: &[String]) -> Vec<Line> {
    let mut lines = sentence(format!("{} is as it was at first.", exercise.comma()));
    if !kept.is_empty() {
        lines.push(Line::plain("What you wrote is kept:"));
        lines.extend(kept.iter().map(|path| path_line(path)));
        lines.push(Line::plain("To have it back:"));
        let undo = format!("    tutor reset {id} --undo");
        lines.push(Line::of(undo, Role::Strong));
    }
    lines
}

pub fn untouched(exercise: &Named<'_>) -> Vec<Line> {
    sentence(format!(
        "{} is as it was at first. There is nothing to reset.",
        exercise.comma()
    ))
}

/// In a course folder, what was never seen untouched cannot be put back.
pub fn no_first_copy(exercise: &Named<'_>) -> Vec<Line> {
    let mut lines = sentence(format!(
        "{} cannot be reset: this is the course's own folder, and tutor has not seen the exercise before it was changed.",
        exercise.comma()
    ));
    lines.extend(sentence(
        "If the folder is under git, `git checkout` has it. A folder written by `tutor init` can always be reset.",
    ));
    lines
}

/// The text before the last reset is back; `kept` is what stood there until now.
pub fn undone(exercise: &Named<'_>, kept: &[String], more: bool) -> Vec<Line> {
    let mut lines = sentence(format!(
        "{} is as it was before the last reset.",
        exercise.comma()
    ));
    if !kept.is_empty() {
        lines.push(Line::plain("What stood there until now is kept:"));
        lines.extend(kept.iter().map(|path| path_line(path)));
    }
    if more {
        lines.push(Line::plain(
            "The same command again goes back one reset further.",
        ));
    }
    lines
}

pub fn nothing_to_undo(exercise: &Named<'_>) -> Vec<Line> {
    sentence(format!(
        "{} was not reset, or each reset was taken back already.",
        exercise.comma()
    ))
}

/// Ours beside the learner's.
#[derive(Debug, Clone, Copy)]
pub struct Compared<'a> {
    pub note: &'a [String],
    /// Empty: the two are the same. `None`: there is no program of the learner's.
    pub difference: Option<&'a [Line]>,
    /// Where ours lies.
    pub path: &'a str,
}

pub fn solution(exercise: &Named<'_>, compared: &Compared<'_>) -> Vec<Line> {
    let mut lines = vec![heading(exercise).and("   our solution", Role::Quiet)];
    if !compared.note.is_empty() {
        lines.push(Line::default());
        lines.extend(compared.note.iter().map(Line::plain));
    }
    lines.push(Line::default());
    match compared.difference {
        None => {}
        Some([]) => lines.extend(sentence("Yours and ours are the same.")),
        Some(difference) => {
            lines.push(Line::plain(
                "Yours has the lines with -, ours those with +:",
            ));
            lines.push(Line::default());
            lines.extend_from_slice(difference);
            while lines.last().is_some_and(|line| line.width() == 0) {
                lines.pop();
            }
            lines.push(Line::default());
        }
    }
    lines.push(Line::plain("Ours, whole:  ").and(compared.path, Role::Path));
    lines
}

pub fn no_solution(exercise: &Named<'_>) -> Vec<Line> {
    sentence(format!(
        "There is no solution of ours to {}.",
        exercise.comma().trim_end_matches(',')
    ))
}

/// Asked one after the other, before a solution is shown that was not earned.
pub fn solution_questions(exercise: &Named<'_>) -> [String; 2] {
    [
        format!("{} is not done yet. Show our solution?", exercise.comma()),
        "The hints are still there: `tutor hint`. Show the solution all the same?".to_owned(),
    ]
}

pub fn solution_needs_yes(exercise: &Named<'_>) -> Vec<Line> {
    vec![
        Line::plain(format!(
            "{} is not done yet. To see our solution all the same:",
            exercise.comma()
        )),
        Line::of("    tutor solution --yes", Role::Strong),
    ]
}

/// What rustc says of a code; `text` are its lines.
pub fn explained(code: &str, text: Vec<Line>) -> Vec<Line> {
    let mut lines = vec![
        Line::of(code, Role::Strong).and("   in rustc's own words", Role::Quiet),
        Line::default(),
    ];
    lines.extend(text);
    lines
}

pub fn no_such_code(word: &str) -> Vec<Line> {
    sentence(format!(
        "rustc knows no error with the code {word}. A code looks like this: E0382."
    ))
}

pub fn about_no_code(exercise: &Named<'_>) -> Vec<Line> {
    vec![
        Line::plain(format!(
            "{} is not about a single error code. Name the one you met:",
            exercise.comma()
        )),
        Line::of("    tutor explain E0382", Role::Strong),
    ]
}

/// A picture of the progress was written.
pub fn drawn(path: &str) -> Vec<Line> {
    vec![
        Line::plain("The picture is in  ").and(path, Role::Path),
        Line::plain("In a README it is shown by:"),
        Line::of(format!("    ![Progress]({path})"), Role::Strong),
    ]
}

pub fn is_no_picture(path: &str) -> Vec<Line> {
    sentence(format!(
        "{path} is there already, and is no picture of tutor's. Name another file."
    ))
}

pub fn not_written(path: &str, why: &str) -> Vec<Line> {
    sentence(format!("{path} cannot be written: {why}."))
}

fn heading(exercise: &Named<'_>) -> Line {
    Line::of(
        format!("{}  {}", exercise.number, exercise.title),
        Role::Strong,
    )
}

/// The path, set in; a terminal may make it a link.
fn linked(path: &str, link: &str) -> Line {
    let mut line = Line::plain("    ");
    line.0.push(Span {
        text: path.to_owned(),
        role: Role::Path,
        link: Some(link.to_owned()),
    });
    line
}

fn path_line(path: &str) -> Line {
    Line::plain("    ").and(path, Role::Path)
}

fn sentence(text: impl Into<String>) -> Vec<Line> {
    vec![Line::plain(text)]
}
