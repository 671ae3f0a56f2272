//! What an exercise says to its learner: hints, questions, pages to read.

use std::collections::BTreeMap;

use super::fault::quoted;
use super::key::{self, Key};
use super::model::Question;
use super::names::path_trouble;
use super::table::{Table, Value};

const HINT_LEVELS: usize = 3;

/// `hint`: a text is level 1 alone, a list has up to three levels.
pub(super) fn hints(exercise: &mut Table<'_, '_>) -> Vec<String> {
    let words = exercise.one_or_more(key::HINT).unwrap_or_default();
    if let Some(extra) = words.get(HINT_LEVELS) {
        let what = format!("there are {} hints, and {HINT_LEVELS} levels", words.len());
        exercise.fault(extra.at, what, "join some of them");
    }
    words.iter().map(|word| block(word.text)).collect()
}

/// A text of several lines without the blank lines around it; the first line keeps its indentation.
pub(super) fn block(text: &str) -> String {
    let end = text.trim_end();
    let mut start = end;
    while let Some((first, rest)) = start.split_once('\n') {
        if !first.trim().is_empty() {
            break;
        }
        start = rest;
    }
    start.to_owned()
}

/// A table of sentences, keyed by the author's words: `hint_on`, `allow`.
pub(super) fn sentences(
    exercise: &mut Table<'_, '_>,
    key: Key,
    owner: &'static str,
) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let Some(value) = exercise.get(key) else {
        return found;
    };
    let Some(mut table) = exercise.inside(key, value, owner) else {
        return found;
    };
    for (name, value) in table.entries() {
        let sentence = table
            .as_text(key, value)
            .and_then(|text| table.not_blank(key, text));
        if let (Some(name), Some(sentence)) = (table.not_blank(key, name), sentence) {
            found.insert(name.text.to_owned(), block(sentence.text));
        }
    }
    found
}

/// `question` (one) or `questions` (a list); either key takes either form.
pub(super) fn questions(exercise: &mut Table<'_, '_>) -> Vec<Question> {
    let singular = exercise.get(key::QUESTION);
    let plural = exercise.get(key::QUESTIONS);
    if let (Some(_), Some(second)) = (singular, plural) {
        let what = "both `question` and `questions` are given";
        exercise.fault(
            second.span().start,
            what,
            "put all questions into `questions`",
        );
    }
    let mut found = Vec::new();
    for value in [singular, plural].into_iter().flatten() {
        let items = value
            .get_ref()
            .as_array()
            .map_or(std::slice::from_ref(value), |items| items);
        found.extend(items.iter().filter_map(|item| question(exercise, item)));
    }
    found
}

fn question<'d>(exercise: &mut Table<'d, '_>, item: &'d Value<'d>) -> Option<Question> {
    let mut table = exercise.inside(key::QUESTION, item, "a question")?;
    let text = table.needed_sentence(key::TEXT);
    let choices = choices(&mut table);
    let most = i64::try_from(choices.as_ref().map_or(9, Vec::len)).unwrap_or(9);
    let answer = table
        .need(key::ANSWER)
        .and_then(|value| table.as_number(key::ANSWER, value, 1..=most));
    let why = table.needed_sentence(key::WHY);
    table.finish();
    Some(Question {
        text: text?.text.to_owned(),
        choices: choices?,
        answer: usize::try_from(answer?).ok()?,
        why: why?.text.to_owned(),
    })
}

/// The answers to choose from. They are picked by one digit.
fn choices(question: &mut Table<'_, '_>) -> Option<Vec<String>> {
    question.need(key::OPTIONS)?;
    let words = question.words(key::OPTIONS)?;
    if !(2..=9).contains(&words.len()) {
        let what = format!("a question has {} of two to nine choices", words.len());
        question.fault(
            question.at(key::OPTIONS),
            what,
            "give each question two to nine",
        );
        return None;
    }
    Some(words.into_iter().map(|word| word.text.to_owned()).collect())
}

/// `docs`: pages below the toolchain's `share/doc/rust/html`, each perhaps with an anchor.
pub(super) fn docs(exercise: &mut Table<'_, '_>) -> Vec<String> {
    let mut pages = Vec::new();
    for word in exercise.words(key::DOCS).unwrap_or_default() {
        if let Some(trouble) = path_trouble(word.text) {
            let what = format!("the page {} {trouble}", quoted(word.text));
            let remedy = "give its path below share/doc/rust/html, as in \"book/ch04-01-what-is-ownership.html\"";
            exercise.fault(word.at, what, remedy);
        } else {
            pages.push(word.text.to_owned());
        }
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_loses_its_blank_lines_and_keeps_its_indentation() {
        assert_eq!(block("\n  \n    let x;\n\ny\n \n"), "    let x;\n\ny");
        assert_eq!(block("  one line "), "  one line");
        assert_eq!(block(" \n\n "), "");
    }
}
