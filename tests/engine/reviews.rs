//! Whatever can come back for review is a prediction that can be made: with the marks that the course gives it passes.

use std::sync::Arc;

use tutor::check::verdict::{Grade, Reason, Verdict};
use tutor::course::model::{Exercise, Need};
use tutor::engine::{Answer, AnswerFile};
use tutor::session::review;
use tutor::system::process::Cancel;

use super::lab::{self, Lab};

#[test]
fn every_review_of_the_course_passes_with_its_marks_and_not_without_them() {
    let lab = Lab::open_with(&lab::root(), &lab::toolchain());
    let mut asked = 0;
    for (index, original) in lab.course.exercises.iter().enumerate() {
        let Some(again) = review::exercise(&lab.course, index) else {
            continue;
        };
        if again
            .needs
            .iter()
            .any(|need| matches!(need, Need::Crate(_)))
        {
            continue;
        }
        let starter = lab.read(original.main_file());
        let (text, marked) = review::asked(original, &starter, &original.id)
            .unwrap_or_else(|| panic!("{}: its errors are not found again", original.id));
        let with = check(&lab, &again, &text, &marked);
        assert_eq!(with, Verdict::Passed, "{}:\n{marked}", original.id);
        let without = check(&lab, &again, &text, &text);
        assert!(is_unmarked(&without), "{}: {without:?}", original.id);
        asked += 1;
    }
    assert!(asked > 40, "only {asked} exercises can come back");
}

/// Marks on a wrong line, or with a wrong code, are told apart from those that are right.
#[test]
fn a_wrong_mark_is_a_wrong_answer() {
    let lab = Lab::open_with(&lab::root(), &lab::toolchain());
    let index = lab.course.find("handed_over").expect("it is there");
    let original = &lab.course.exercises[index];
    let again = review::exercise(&lab.course, index).expect("it can come back");
    let starter = lab.read(original.main_file());
    let (text, marked) = review::asked(original, &starter, "Title").expect("it can be asked");
    let wrong = marked.replace("//~ E0382", "//~ E0499");
    let verdict = check(&lab, &again, &text, &wrong);
    let grades = match &verdict {
        Verdict::NotYet(reasons) => match reasons.as_slice() {
            [Reason::Marks(miss)] => miss.marks.iter().map(|mark| mark.grade).collect(),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    };
    assert_eq!(grades, [Grade::OtherCode], "{verdict:?}");
}

fn check(lab: &Lab, again: &Exercise, asked: &str, answer: &str) -> Verdict {
    let answer = Answer {
        exercise: again,
        files: vec![AnswerFile {
            path: again.main_file().to_owned(),
            bytes: Some(answer.into()),
        }],
        starter: Arc::from(asked),
        mutants: None,
    };
    lab.engine.check(&answer, &Cancel::new()).verdict
}

fn is_unmarked(verdict: &Verdict) -> bool {
    let Verdict::NotYet(reasons) = verdict else {
        return false;
    };
    matches!(reasons.as_slice(), [Reason::Marks(miss)] if miss.marks.is_empty() && miss.missing > 0)
}
