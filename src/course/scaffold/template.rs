//! Templates: several texts in one, with words to be put in.

use crate::course::model::Kind;

/// Before what an author still has to fill in; an instruction follows, up to the end of the line.
pub const MARK: &str = "FILL IN: ";

/// The title of the section that goes into a manifest.
pub(super) const ENTRY: &str = "entry";

pub(super) const CHAPTER: &str = include_str!("chapter.txt");
pub(super) const COURSE: &str = include_str!("course.txt");

pub(super) fn of_kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Fix => include_str!("kinds/fix.txt"),
        Kind::Write => include_str!("kinds/write.txt"),
        Kind::Lint => include_str!("kinds/lint.txt"),
        Kind::Measure => include_str!("kinds/measure.txt"),
        Kind::Predict => include_str!("kinds/predict.txt"),
        Kind::Trace => include_str!("kinds/trace.txt"),
        Kind::Break => include_str!("kinds/break.txt"),
        Kind::Guard => include_str!("kinds/guard.txt"),
        Kind::Tests => include_str!("kinds/tests.txt"),
    }
}

/// A template's texts: the path of each (or [`ENTRY`]), which stands in it behind `=== `, and what follows. In both,
/// `%word%` is what `words` says.
pub(super) fn texts(template: &str, words: &[(&str, &str)]) -> Vec<(String, String)> {
    let filled = words
        .iter()
        .fold(template.to_owned(), |text, (word, value)| {
            text.replace(&format!("%{word}%"), value)
        });
    let sections = filled.split("=== ").filter(|section| !section.is_empty());
    let texts = sections.filter_map(|section| section.split_once('\n'));
    texts
        .map(|(title, text)| (title.to_owned(), text.to_owned()))
        .collect()
}
