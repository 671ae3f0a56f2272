//! What a verdict depends on, as a number: who has found a verdict under the same one need not ask again.

use crate::course::model::{Exercise, Place};
use crate::engine::Setup;
use crate::system::cache;

/// The source of this program: another one may judge otherwise.
const SOURCE: &str = env!("TUTOR_SOURCE");

/// For what all exercises of a course depend on.
pub fn common(setup: &Setup) -> String {
    let tools = &setup.tools;
    let paths = format!("{:?} {:?}", tools.rustc, tools.clippy);
    let course = format!("{:?} {:?} {:?}", setup.format, setup.build, setup.brought);
    let support = setup.support.as_deref().unwrap_or_default();
    let texts = [SOURCE, &tools.version, &paths, &course, support];
    cache::hash(&texts.map(str::as_bytes))
}

/// What an exercise's entry says. Where it stands in the manifest and in the course makes no difference.
pub fn entry(exercise: &Exercise) -> String {
    let entry = Exercise {
        chapter: 0,
        declared: Place {
            path: String::new(),
            line: 0,
        },
        ..exercise.clone()
    };
    format!("{entry:?}")
}
