//! Progress on the disk: what others did to the file, two at once, and folders that cannot be written.

mod support;

use expect_test::expect;
use support::{Folder, learners_folder, small_course};

const PROGRESS: &str = "learn/.tutor/progress.toml";

#[test]
fn what_cannot_be_understood_is_kept_and_the_copy_before_it_serves() {
    let test = learners_folder();
    test.tutor(["go", "lift"]).below("learn").any_output().run();
    test.tutor(["go", "lower"])
        .below("learn")
        .any_output()
        .run();
    test.write(PROGRESS, b"\0\0\0\0\0\0\0\0");
    let output = test
        .tutor(["prev"])
        .below("learn")
        .stdout(&expect![[r#"
            You are at 01.2  Unload
                exercises/01_quay/02_unload.rs
        "#]])
        .stderr_has(&[
            "Your progress could not be read",
            "so the copy before it serves",
        ])
        .run();
    let kept = output
        .stderr
        .split(".tutor/")
        .nth(1)
        .expect("it names the file");
    let kept = kept.trim_end().trim_end_matches('.');
    assert_eq!(
        test.read(&format!("learn/.tutor/{kept}")),
        "\0\0\0\0\0\0\0\0"
    );
    test.tutor(["list"])
        .below("learn")
        .stdout_has(&[" > 01.2  Unload"])
        .run();
}

#[test]
fn without_a_copy_one_begins_anew_and_the_old_file_is_kept() {
    let test = learners_folder();
    test.write(PROGRESS, "version = ");
    test.tutor(["next"])
        .below("learn")
        .stdout_has(&["01.1, Moor, is skipped"])
        .stderr_has(&["there is no copy", ".tutor/progress.corrupt-"])
        .run();
    let names = test.names("learn/.tutor");
    assert!(
        names
            .iter()
            .any(|name| name.starts_with("progress.corrupt-")),
        "{names:?}"
    );
}

#[test]
fn a_file_that_is_gone_is_read_from_its_copy() {
    let test = learners_folder();
    test.tutor(["go", "lift"]).below("learn").any_output().run();
    test.tutor(["go", "lower"])
        .below("learn")
        .any_output()
        .run();
    test.remove(PROGRESS);
    test.tutor(["hint"])
        .below("learn")
        .stdout_has(&["02.1  Lift"])
        .stderr(&expect![[r#"
            .tutor/progress.toml was not there, so the copy of it serves.
        "#]])
        .run();
}

#[test]
fn what_a_newer_tutor_wrote_is_left_alone_and_the_command_works_all_the_same() {
    let test = learners_folder();
    let newer = "version = 99\nhere = \"lower\"\n";
    test.write(PROGRESS, newer);
    test.tutor(["next"])
        .below("learn")
        .stdout_has(&["You are at 01.2  Unload"])
        .stderr(&expect![[r#"
            .tutor/progress.toml is left as it is: a newer tutor wrote it (version 99, this tutor knows 1). tutor remembers your progress only until it ends.
        "#]])
        .run();
    assert_eq!(test.read(PROGRESS), newer);
}

#[test]
fn what_a_person_wrote_into_the_file_stays() {
    let test = learners_folder();
    test.write(
        PROGRESS,
        "\u{feff}version = 1\r\n# my notes\r\ncolour = \"blue\"\r\nhere = \"unload\"\r\n",
    );
    test.tutor(["prev"]).below("learn").any_output().run();
    let text = test.read(PROGRESS);
    assert!(
        text.contains("# my notes\r\n") && text.contains("colour = \"blue\"\r\n"),
        "{text}"
    );
    assert!(text.contains("here = \"moor\"\r\n"), "{text}");
}

#[test]
fn something_else_in_the_files_place_is_not_touched() {
    let test = learners_folder();
    test.write(&format!("{PROGRESS}/inner"), "mine");
    test.tutor(["next"])
        .below("learn")
        .stdout_has(&["You are at 01.2  Unload"])
        .stderr(&expect![[r#"
            .tutor/progress.toml is left as it is: it is a folder, not a file. tutor remembers your progress only until it ends.
        "#]])
        .run();
    assert_eq!(test.read(&format!("{PROGRESS}/inner")), "mine");
}

#[test]
fn a_folder_that_cannot_be_written_is_said_once_and_nothing_else_is_different() {
    let test = Folder::new();
    small_course(&test, "course");
    // A file where the folder should be: this holds for whoever runs the test, root too.
    test.write("course/.tutor", "");
    test.tutor(["next"])
        .below("course")
        .stdout(&expect![[r#"
            01.1, Moor, is skipped for now. It comes again when the others are done.
            You are at 01.2  Unload
                exercises/01_quay/02_unload.rs
        "#]])
        .stderr(&expect![[r#"
            Your progress cannot be saved: the folder .tutor cannot be made, File exists (os error 17). tutor remembers it only until it ends.
        "#]])
        .run();
    test.tutor(["next", "--quiet"])
        .below("course")
        .stdout_has(&["You are at 01.2  Unload"])
        .run();
}

#[test]
fn two_at_once_lose_nothing_to_each_other() {
    let test = learners_folder();
    let exercises = ["moor", "unload", "lift", "lower"];
    std::thread::scope(|scope| {
        for exercise in exercises {
            let test = &test;
            scope.spawn(move || {
                for _ in 0..3 {
                    test.tutor(["hint", exercise])
                        .below("learn")
                        .any_output()
                        .run();
                }
            });
        }
    });
    let text = test.read(PROGRESS);
    for (exercise, hint) in [("moor", 3), ("unload", 1), ("lift", 1), ("lower", 1)] {
        let found = text
            .split(&format!("[exercises.{exercise}]"))
            .nth(1)
            .expect("a record");
        let record = found.split("[exercises").next().expect("its lines");
        assert!(
            record.contains(&format!("hint = {hint}")),
            "{exercise}: {text}"
        );
    }
}

#[test]
fn a_renamed_exercise_takes_its_progress_along() {
    let test = Folder::new();
    small_course(&test, "course");
    test.tutor(["hint", "unload"])
        .below("course")
        .any_output()
        .run();
    test.tutor(["go", "unload"])
        .below("course")
        .any_output()
        .run();
    for tree in ["exercises", "solutions"] {
        test.rename(
            format!("course/{tree}/01_quay/02_unload.rs"),
            format!("course/{tree}/01_quay/02_empty_the_hold.rs"),
        );
    }
    let info = test.read("course/info.toml");
    let renamed = "name = \"02_empty_the_hold\"\nformerly = [\"unload\"]";
    test.write(
        "course/info.toml",
        info.replace("name = \"02_unload\"", renamed),
    );
    test.tutor(["list"])
        .below("course")
        .stdout_has(&[" > 01.2  Unload                   write     here"])
        .run();
    test.tutor(["go", "1.2"]).below("course").any_output().run();
    let text = test.read("course/.tutor/progress.toml");
    assert!(
        text.contains("[exercises.empty_the_hold]\nstate = \"todo\"\nhint = 1"),
        "{text}"
    );
    assert!(!text.contains("exercises.unload"), "{text}");
}
