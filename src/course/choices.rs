//! Kind `predict`: the codes that a learner chooses from.

use std::collections::BTreeSet;

use super::fault::quoted;
use super::key;
use super::model::{Course, Kind, Start};
use super::starts::is_code;
use super::table::Table;

/// How many codes are shown when the course does not say which.
const USUAL: usize = 4;
/// What fills the row where the chapter has too few codes of its own.
const WELL_KNOWN: [&str; 5] = ["E0382", "E0502", "E0308", "E0499", "E0505"];

/// `choices` as the author gives them: three to five different codes.
pub(super) fn given(exercise: &mut Table<'_, '_>) -> Vec<String> {
    let Some(words) = exercise.words(key::CHOICES) else {
        return Vec::new();
    };
    if !(3..=5).contains(&words.len()) {
        let what = format!("`choices` has {} codes", words.len());
        exercise.fault(
            exercise.at(key::CHOICES),
            what,
            "give three to five of them",
        );
    }
    let mut codes: Vec<String> = Vec::new();
    for word in words {
        if !is_choice(word.text) {
            let what = format!("{} is no error code", quoted(word.text));
            exercise.fault(
                word.at,
                what,
                "a code is E and four digits, as in E0382; a lint goes by its name",
            );
        } else if codes.iter().any(|code| code == word.text) {
            let what = format!("{} stands twice among the choices", quoted(word.text));
            exercise.fault(word.at, what, "name another code");
        } else {
            codes.push(word.text.to_owned());
        }
    }
    codes
}

/// A code, or the name of a lint that is denied by default (`arithmetic_overflow`).
fn is_choice(word: &str) -> bool {
    let is_lint = |word: &str| {
        word.contains('_')
            && word
                .chars()
                .all(|c| c.is_ascii_lowercase() || c == '_' || c == ':')
    };
    is_code(word) || is_lint(word)
}

/// The codes that the marks are about: of each error the one that is expected first.
pub(super) fn expected(starts: Option<&[Start]>) -> BTreeSet<&str> {
    let starts = starts.unwrap_or_default().iter();
    starts.filter_map(first_code).collect()
}

fn first_code(start: &Start) -> Option<&str> {
    match start {
        Start::Error { any_of, .. } => any_of
            .iter()
            .map(String::as_str)
            .find(|code| is_choice(code)),
        _ => None,
    }
}

/// The default: the expected codes and others, those of the chapter first; sorted, so that the order tells nothing.
pub(super) fn usual_choices<'a>(
    expected: &BTreeSet<&'a str>,
    others: impl IntoIterator<Item = &'a str>,
) -> Vec<String> {
    let mut codes = expected.clone();
    let wanted = USUAL.max(expected.len() + 1).min(5);
    for code in others.into_iter().chain(WELL_KNOWN) {
        if codes.len() >= wanted {
            break;
        }
        codes.insert(code);
    }
    codes.into_iter().map(str::to_owned).collect()
}

impl Course {
    /// The codes to choose from when an exercise comes back as a prediction of what its starter is refused for; `None`
    /// if it cannot: only a `fix` in one file can, and each of its errors needs a code.
    pub fn review_choices(&self, exercise: usize) -> Option<Vec<String>> {
        let wanted = &self.exercises[exercise];
        let starts = wanted.starts.as_deref().unwrap_or_default();
        let errors = starts
            .iter()
            .filter(|start| matches!(start, Start::Error { .. }));
        let all_have_codes = errors.clone().all(|error| first_code(error).is_some());
        let can = wanted.kind == Kind::Fix
            && wanted.files.len() == 1
            && errors.count() > 0
            && all_have_codes;
        let neighbours = self
            .exercises
            .iter()
            .filter(|other| other.chapter == wanted.chapter);
        let others: BTreeSet<&str> = neighbours
            .flat_map(|other| expected(other.starts.as_deref()))
            .collect();
        can.then(|| usual_choices(&expected(Some(starts)), others))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_choices_hold_the_answer_among_neighbours() {
        let answer = BTreeSet::from(["E0716"]);
        let choices = usual_choices(&answer, ["E0597", "E0716", "E0106"]);
        assert_eq!(choices, ["E0106", "E0382", "E0597", "E0716"]);
    }

    #[test]
    fn many_answers_are_all_there() {
        let answers = BTreeSet::from(["E0001", "E0002", "E0003", "E0004", "E0005", "E0006"]);
        assert_eq!(usual_choices(&answers, []).len(), 6);
        let four = BTreeSet::from(["E0001", "E0002", "E0003", "E0004"]);
        assert_eq!(usual_choices(&four, []).len(), 5);
    }
}
