//! Whether an exercise may have a name: what the course would say of it, before it is written.

use super::Refusal;
use crate::course::exercise::cannot_be;
use crate::course::fault::quoted;
use crate::course::model::Course;
use crate::course::names::{LONGEST, numbered};

/// Letters that leave room for a number of two figures.
const MOST: usize = LONGEST - 3;

pub(super) fn check(course: &Course, slug: &str) -> Result<(), Refusal> {
    if slug.is_empty() {
        let remedy = "write it behind the chapter, as in `03_ownership/lend_it`";
        return Err(Refusal::trouble("the exercise has no name", remedy));
    }
    if numbered(slug).is_ok() {
        let without = slug.trim_start_matches(|c: char| c.is_ascii_digit() || c == '_');
        let what = format!("the name {} has a number, which tutor finds", quoted(slug));
        return Err(Refusal::trouble(what, format!("write `{without}`")));
    }
    if slug.len() > MOST {
        let what = format!(
            "the name {} has {} letters, and more than {LONGEST} with its number, as in `01_`",
            quoted(slug),
            slug.len()
        );
        let remedy = format!("choose one of at most {MOST} letters");
        return Err(Refusal::trouble(what, remedy));
    }
    if let Some(why) = trouble(slug) {
        let what = format!("the name {} {why}", quoted(slug));
        let remedy = "write it like `handed_over`: lower-case words, without a number";
        return Err(Refusal::trouble(what, remedy));
    }
    if let Some(what) = cannot_be(slug) {
        return Err(Refusal::trouble(what, "choose another word"));
    }
    let takes = |id: &String| id.eq_ignore_ascii_case(slug);
    let mut exercises = course.exercises.iter();
    match exercises.find(|other| takes(&other.id) || other.formerly.iter().any(takes)) {
        None => Ok(()),
        Some(other) => {
            let (path, line) = (&other.declared.path, other.declared.line);
            let what = format!("the name {} is taken", quoted(slug));
            let had = if takes(&other.id) { "has" } else { "had" };
            let remedy = format!("the exercise in {path}:{line} {had} it already: choose another");
            Err(Refusal::trouble(what, remedy))
        }
    }
}

/// What is wrong with it, as a name that gets its number later.
fn trouble(slug: &str) -> Option<&'static str> {
    let why = numbered(&format!("01_{slug}")).err()?;
    let figures = |c: char| c.is_ascii_digit() || c == '_';
    let rest = slug.trim_start_matches(figures);
    Some(match rest.chars().next() {
        None => "has no letter",
        Some(first) if first.is_ascii_lowercase() && rest.len() < slug.len() => {
            "does not begin with a letter"
        }
        Some(_) => why,
    })
}
