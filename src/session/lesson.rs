//! The words of an exercise that stand in its own files: its title, its goal, and the note of its solution.

use crate::course::model::Exercise;

/// What a starter says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lesson {
    pub title: String,
    /// At most four lines as a rule, as written.
    pub goal: Vec<String>,
}

impl Lesson {
    /// From the leading `//!` lines of the starter; in rustlings' format, from its leading `//` lines.
    pub fn of(exercise: &Exercise, starter: &str) -> Lesson {
        let mut lines = leading_doc(starter).into_iter();
        let title = lines.next().filter(|line| !line.is_empty());
        if let Some(title) = title {
            return Lesson {
                title,
                goal: until_heading(lines),
            };
        }
        Lesson {
            title: title_of(&exercise.id),
            goal: leading_comment(starter),
        }
    }
}

/// The note of a solution: its leading `//!` lines up to a heading.
pub fn note(solution: &str) -> Vec<String> {
    until_heading(leading_doc(solution).into_iter())
}

/// `Handed over` of `handed_over`.
fn title_of(id: &str) -> String {
    let words = id.replace('_', " ");
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// Text up to the first heading (`# Examples`), without blank lines at its end.
fn until_heading(lines: impl Iterator<Item = String>) -> Vec<String> {
    let mut text: Vec<String> = lines.take_while(|line| !line.starts_with("# ")).collect();
    while text.last().is_some_and(String::is_empty) {
        text.pop();
    }
    text
}

fn leading_doc(source: &str) -> Vec<String> {
    comment_lines(source, "//!").collect()
}

/// The `//` lines at the top, without those that only tell what to do (`// TODO`).
fn leading_comment(source: &str) -> Vec<String> {
    let doc = |line: &str| line.starts_with('/') || line.starts_with('!');
    comment_lines(source, "//")
        .take_while(|line| !doc(line))
        .filter(|line| !line.is_empty())
        .collect()
}

fn comment_lines<'a>(source: &'a str, mark: &'a str) -> impl Iterator<Item = String> + 'a {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    source.lines().map_while(move |line| {
        let text = line.strip_prefix(mark)?;
        Some(text.strip_prefix(' ').unwrap_or(text).trim_end().to_owned())
    })
}
