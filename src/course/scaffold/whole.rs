//! A whole small course to begin with.

use super::home::title;
use super::template::{self, texts};
use crate::course::edit;

/// Its files, path and text each; `info.toml` is the first. `folder`: the name of its folder, which gives it id and
/// title; `version`: of the tutor that its workflow installs.
pub fn whole_course(folder: &str, version: &str) -> Vec<(String, String)> {
    let id = id(folder);
    let title = title(&id);
    let words = [
        ("id", id.as_str()),
        ("title", &edit::quoted(&title)),
        ("plain_title", &title),
        ("version", version),
    ];
    texts(template::COURSE, &words)
}

/// What of a folder's name may be an id.
fn id(folder: &str) -> String {
    let plain = folder.chars().map(|letter| match letter {
        letter if letter.is_alphanumeric() || letter == '-' => letter,
        _ => '_',
    });
    let plain: String = plain.take(60).collect();
    let plain = plain.trim_matches(['_', '-']).to_lowercase();
    match plain.is_empty() {
        true => "course".to_owned(),
        false => plain,
    }
}
