use super::*;
use crate::course::CourseFiles;
use crate::course::load;
use crate::course::tests::{paths, text_file};
use proptest::prelude::*;

/// 3.1 one_owner, 3.2 handed_over (formerly `passed_on`), 3.7 loop_mover · 4.1 two_readers (a folder),
/// 4.2 handed_back · 10.1 owners_club
fn course() -> Course {
    let chapters = ["03_ownership", "04_borrowing", "10_closures"];
    let names = [
        (0, "01_one_owner"),
        (0, "02_handed_over"),
        (0, "07_loop_mover"),
        (1, "01_two_readers"),
        (1, "02_handed_back"),
        (2, "01_owners_club"),
    ];
    let mut text = String::from("format_version = 2\nid = 'x'\ntitle = 'X'\n");
    for dir in chapters {
        text.push_str(&format!("[[chapters]]\ndir = '{dir}'\ntitle = 'T'\n"));
    }
    for (chapter, name) in names {
        let dir = chapters[chapter];
        text.push_str(&format!(
            "[[exercises]]\ndir = '{dir}'\nname = '{name}'\nkind = 'write'\n"
        ));
        if name == "02_handed_over" {
            text.push_str("formerly = ['passed_on']\n");
        }
    }
    let files = CourseFiles {
        info: text_file("info.toml", &text),
        paths: paths(&[
            "exercises/03_ownership/01_one_owner.rs",
            "exercises/03_ownership/02_handed_over.rs",
            "exercises/03_ownership/07_loop_mover.rs",
            "exercises/04_borrowing/01_two_readers/main.rs",
            "exercises/04_borrowing/01_two_readers/bay.rs",
            "exercises/04_borrowing/02_handed_back.rs",
            "exercises/10_closures/01_owners_club.rs",
        ]),
        ..CourseFiles::default()
    };
    load(&files).course.expect("a sound course")
}

fn means(word: &str) -> String {
    let course = course();
    match resolve(&course, word) {
        Ok(found) => {
            let ids = found
                .iter()
                .map(|index| course.exercises[*index].id.as_str());
            Vec::from_iter(ids).join(" ")
        }
        Err(error) => error.to_string(),
    }
}

#[test]
fn an_exercise_has_many_names() {
    for word in [
        "handed_over",
        "02_handed_over",
        "handed-over",
        "Handed_Over",
        "ownership/handed_over",
        "03_ownership/handed_over",
        "03_ownership/02_handed_over",
        "exercises/03_ownership/02_handed_over.rs",
        "./exercises/03_ownership/02_handed_over.rs",
        "exercises\\03_ownership\\02_handed_over.rs",
        "/home/ada/rust-tutor/exercises/03_ownership/02_handed_over.rs",
        "solutions/03_ownership/02_handed_over.rs",
        "02_handed_over.rs",
        "3.2",
        "03.02",
        "passed_on",
        "handed_o",
        "own/hand",
        " 3.2 ",
    ] {
        assert_eq!(means(word), "handed_over", "{word}");
    }
}

#[test]
fn a_folder_exercise_is_found_by_all_its_files() {
    for word in [
        "exercises/04_borrowing/01_two_readers",
        "exercises/04_borrowing/01_two_readers/",
        "01_two_readers/main.rs",
        "bay.rs",
        "main.rs",
    ] {
        assert_eq!(means(word), "two_readers", "{word}");
    }
}

#[test]
fn a_chapter_means_all_its_exercises() {
    for word in [
        "3",
        "03",
        "ownership",
        "03_ownership",
        "exercises/03_ownership",
        "Ownership",
        "ownersh",
    ] {
        assert_eq!(means(word), "one_owner handed_over loop_mover", "{word}");
    }
    assert_eq!(means("10"), "owners_club");
    assert_eq!(means("clo"), "owners_club");
}

#[test]
fn a_range_has_both_its_ends() {
    assert_eq!(
        means("3-4"),
        "one_owner handed_over loop_mover two_readers handed_back"
    );
    assert_eq!(means("3.2-4.1"), "handed_over loop_mover two_readers");
    assert_eq!(means("3.3-5"), "loop_mover two_readers handed_back");
    assert_eq!(means("3.7-4"), "loop_mover two_readers handed_back");
    assert_eq!(means("4 - 10"), "two_readers handed_back owners_club");
}

#[test]
fn what_means_nothing_says_what_to_do() {
    for (word, sentence) in [
        (
            "handed_ovr",
            "There is no exercise `handed_ovr`. Did you mean `handed_over`?",
        ),
        (
            "zebra",
            "There is no exercise `zebra`. `tutor list` shows all of them.",
        ),
        (
            "",
            "There is no exercise ``. `tutor list` shows all of them.",
        ),
        (
            "borowing",
            "There is no exercise `borowing`. Did you mean `borrowing`?",
        ),
        (
            "handed",
            "`handed` may mean `handed_over`, `handed_back`. Write more of its name, or its number.",
        ),
        (
            "own",
            "`own` may mean `owners_club`, `03_ownership`. Write more of its name, or its number.",
        ),
        (
            "3.9",
            "No exercise has the number `3.9`: they go from 3.1 to 3.7.",
        ),
        (
            "3.3",
            "No exercise has the number `3.3`: they go from 3.1 to 3.7.",
        ),
        (
            "5.1",
            "No exercise has the number `5.1`: they go from 3.1 to 10.1.",
        ),
        ("99", "There is no chapter 99; they go from 3 to 10."),
        ("11-12", "There is no chapter 11; they go from 3 to 10."),
        ("3-11", "There is no chapter 11; they go from 3 to 10."),
        ("1-3", "There is no chapter 1; they go from 3 to 10."),
        (
            "3.2-3.9",
            "No exercise has the number `3.9`: they go from 3.1 to 3.7.",
        ),
        ("4-3", "The range `4-3` goes backward. Did you mean `3-4`?"),
        (
            "src/other.rs",
            "There is no exercise `src/other.rs`. `tutor list` shows all of them.",
        ),
    ] {
        assert_eq!(means(word), sentence, "{word}");
    }
}

#[test]
fn several_words_are_one_selection_in_the_courses_order() {
    let course = course();
    assert_eq!(
        select(&course, &["4.2", "3.1", "handed_back"]),
        Ok(vec![0, 4])
    );
    let errors = select(&course, &["zebra", "3.1", "99"]).expect_err("two of them are wrong");
    assert_eq!(errors.len(), 2);
    assert_eq!(select_one(&course, "4"), Ok(3));
}

proptest! {
    #[test]
    fn any_word_gets_exercises_or_a_sentence(word in "[0-9.\\-/\\\\a-zA-Z_ ]{0,12}|\\PC{0,8}") {
        let course = course();
        match resolve(&course, &word) {
            Ok(found) => prop_assert!(!found.is_empty()),
            Err(error) => prop_assert!(error.to_string().ends_with(['.', '?'])),
        }
    }
}
