//! The words of an exercise that stand in its starter: its title and its goal.

use crate::course::goal::goal;
use crate::course::model::Exercise;

/// What a starter says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lesson {
    /// Never empty: without a title, the exercise's id in words.
    pub title: String,
    /// At most four lines as a rule, as written.
    pub goal: Vec<String>,
}

impl Lesson {
    /// From the leading `//!` lines; in rustlings' format, which has none, from the leading `//` lines.
    pub fn of(exercise: &Exercise, starter: &str) -> Lesson {
        let goal = goal(starter);
        if !goal.title.is_empty() {
            return Lesson {
                title: goal.title,
                goal: goal.lines,
            };
        }
        Lesson {
            title: title_of(&exercise.id),
            goal: leading_comment(starter),
        }
    }
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

/// The `//` lines at the top, without blank ones.
fn leading_comment(source: &str) -> Vec<String> {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let lines = source.lines().map_while(|line| line.strip_prefix("//"));
    let words = lines.map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end());
    words
        .filter(|line| !line.is_empty())
        .map(String::from)
        .collect()
}
