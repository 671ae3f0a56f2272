use crate::course::model::{Format, V1};
use crate::course::tests::{loaded_course, paths, report, text_file};
use crate::course::{CourseFiles, load};

/// `tests/courses/rustlings`
fn rustlings_files() -> CourseFiles {
    CourseFiles {
        folder_name: "my-course".to_owned(),
        info: text_file(
            "info.toml",
            include_str!("../../../tests/courses/rustlings/info.toml"),
        ),
        cargo_toml: Some(text_file(
            "Cargo.toml",
            include_str!("../../../tests/courses/rustlings/Cargo.toml.text"),
        )),
        paths: paths(&[
            "exercises/00_intro/2_greeting.rs",
            "exercises/00_intro/once_more.rs",
            "exercises/00_intro/sums.rs",
            "exercises/last_word.rs",
            "exercises/quizzes/quiz1.rs",
        ]),
        ..CourseFiles::default()
    }
}

#[test]
fn a_course_of_rustlings_loads_unchanged() {
    let loaded = load(&rustlings_files());
    assert_eq!(
        report(&loaded),
        "warning: info.toml:20: the exercise has no key `some_future_key`; it is not used  \
         (take it out, or look for its name in CONTRIBUTING.md)\n"
    );
    let course = loaded.course.expect("a course");
    assert_eq!(course.format, Format::Rustlings);
    assert_eq!(course.id, "my-course");
    assert_eq!(
        course.welcome,
        "Welcome to a course in rustlings' own format."
    );
    assert_eq!(course.farewell, "That was all.\tBye.");
    assert_eq!(course.build.edition, "2021");
    assert_eq!(
        course.build.dependencies["serde"],
        "{ features = [\"derive\"], version = \"1\" }"
    );
    let lints: Vec<&str> = course.build.lints.iter().map(|l| l.lint.as_str()).collect();
    assert_eq!(lints, ["unsafe_code", "clippy::todo", "dead_code"]);

    let numbers: Vec<String> = course
        .exercises
        .iter()
        .map(|e| format!("{} {} {}", course.number_of(e), e.id, e.main_file()))
        .collect();
    assert_eq!(
        numbers,
        [
            "1.1 2_greeting exercises/00_intro/2_greeting.rs",
            "1.2 sums exercises/00_intro/sums.rs",
            "2.1 quiz1 exercises/quizzes/quiz1.rs",
            "3.1 last_word exercises/last_word.rs",
            "1.3 once_more exercises/00_intro/once_more.rs",
        ]
    );
    let titles: Vec<&str> = course.chapters.iter().map(|c| c.title.as_str()).collect();
    assert_eq!(titles, ["Intro", "Quizzes", "Exercises"]);
    let greeting = &course.exercises[0];
    assert_eq!(greeting.hints, ["Names go in quotes:\n  \"Ada\""]);
    let v1 = |test, strict_clippy| {
        Some(V1 {
            test,
            strict_clippy,
        })
    };
    assert_eq!(greeting.v1, v1(false, false));
    assert_eq!(course.exercises[1].v1, v1(true, true));
    assert!(course.exercises[2].hints.is_empty());
}

#[test]
fn names_of_version_1_cannot_leave_the_course_and_are_unique() {
    let text = "format_version = 1\n\
        [[exercises]]\nname = '../../x'\nhint = ''\n\
        [[exercises]]\nname = 'a'\ndir = '/etc'\nhint = ''\n\
        [[exercises]]\nname = 'b'\nhint = ''\n\
        [[exercises]]\nname = 'B'\ndir = 'd'\n";
    let files = CourseFiles {
        info: text_file("info.toml", text),
        cargo_toml: Some(text_file("Cargo.toml", "package.edition = '2024'")),
        paths: paths(&[
            "exercises/b.rs",
            "exercises/d/B.rs",
            "exercises/d/intro1.rs",
        ]),
        ..CourseFiles::default()
    };
    assert_eq!(
        report(&load(&files)),
        "info.toml:3: the name `../../x` has a sign that is not a letter, a digit, - or _  (use letters, digits and _)\n\
         info.toml:7: the name `/etc` has a sign that is not a letter, a digit, - or _  (use letters, digits and _)\n\
         info.toml:12: the exercise has no `hint`  (write for example `hint = \"Who has it?\"`)\n\
         info.toml:13: the name `B` is taken  (info.toml:10 has it already: choose another)\n"
    );
}

#[test]
fn a_version_1_name_in_another_script_is_a_name() {
    let files = CourseFiles {
        info: text_file(
            "info.toml",
            "format_version = 0\n[[exercises]]\nname = '変数1'\nhint = ''\n",
        ),
        cargo_toml: Some(text_file("Cargo.toml", "package.edition = '2024'")),
        paths: paths(&["exercises/変数1.rs"]),
        ..CourseFiles::default()
    };
    assert_eq!(loaded_course(&files).exercises[0].id, "変数1");
}
