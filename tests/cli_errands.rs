//! The small commands in a learner's folder and in a course's own: `list`, `hint`, `go`, `next`, `prev`, `reset`,
//! `solution`.

mod support;

use expect_test::expect;
use support::{Folder, learners_folder, small_course, starter};

/// Answers the first exercise of the small course, not quite rightly.
fn edited(number: u32) -> String {
    starter("Moor").replace("    0\n", &format!("    {number}\n"))
}

const MOOR: &str = "learn/exercises/01_quay/01_moor.rs";

#[test]
fn the_list_shows_where_one_is() {
    let test = learners_folder();
    test.tutor(["list"])
        .below("learn")
        .stdout_lines(&[
            " A harbour                            0 of 4 done",
            "",
            "   01    Quay                                           [--]           0 of 2",
            " > 01.1  Moor                     fix       here",
            "   01.2  Unload                   write",
            "",
            "   02    Crane                                          [--]           0 of 2",
            "   02.1  Lift                     fix",
            "   02.2  Lower                    predict",
        ])
        .run();
    test.tutor(["list", "--track", "core"])
        .below("learn/exercises/02_crane")
        .stdout_lines(&[
            " A harbour                            0 of 2 done",
            "",
            "   01    Quay                                           [-]            0 of 1",
            " > 01.1  Moor                     fix       here",
            "",
            "   02    Crane                                          [-]            0 of 1",
            "   02.2  Lower                    predict",
        ])
        .run();
    test.tutor(["list", "--track", "cor"])
        .below("learn")
        .stderr(&expect![[r#"
            No exercise belongs to a track `cor`. There are: core.
        "#]])
        .exit(2)
        .run();
}

#[test]
fn the_list_says_what_each_exercise_has_cost() {
    let test = learners_folder();
    test.write(
        "learn/.tutor/progress.toml",
        "version = 1\ncourse = 'harbour'\nhere = 'lift'\n\
         [exercises.moor]\nstate = 'done'\nattempts = 3\nseconds = 540\n\
         [exercises.unload]\nstate = 'skipped'\nattempts = 1\nseconds = 12000\n\
         [exercises.lower]\nattempts = 2\n",
    );
    test.tutor(["list"])
        .below("learn")
        .stdout_lines(&[
            " A harbour                            1 of 4 done           3 h 29 min so far",
            "",
            "   01    Quay                                           [#-]           1 of 2",
            "   01.1  Moor                     fix       done        3 saves         9 min",
            "   01.2  Unload                   write     skipped     1 save     3 h 20 min",
            "",
            "   02    Crane                                          [--]           0 of 2",
            " > 02.1  Lift                     fix       here",
            "   02.2  Lower                    predict               2 tries",
        ])
        .run();
}

#[test]
fn the_list_as_json_is_nothing_but_json() {
    let test = learners_folder();
    test.tutor(["go", "unload"])
        .below("learn")
        .any_output()
        .run();
    test.tutor(["list", "--format", "json", "--track", "core"])
        .below("learn")
        .stdout(&expect![[r#"
            {
              "exercises": [
                {
                  "attempts": 0,
                  "chapter": "01_quay",
                  "current": false,
                  "hint": 0,
                  "id": "moor",
                  "kind": "fix",
                  "number": "1.1",
                  "path": "exercises/01_quay/01_moor.rs",
                  "seconds": 0,
                  "solution_seen": false,
                  "state": "todo",
                  "title": "Moor"
                },
                {
                  "attempts": 0,
                  "chapter": "02_crane",
                  "current": false,
                  "hint": 0,
                  "id": "lower",
                  "kind": "predict",
                  "number": "2.2",
                  "path": "exercises/02_crane/02_lower.rs",
                  "seconds": 0,
                  "solution_seen": false,
                  "state": "todo",
                  "title": "Lower"
                }
              ],
              "schema": 1
            }
        "#]])
        .run();
}

#[test]
fn hints_come_one_by_one_and_the_highest_is_remembered() {
    let test = learners_folder();
    test.tutor(["hint"])
        .below("learn")
        .stdout(&expect![[r#"
            01.1  Moor   hint 1 of 3

            Who has the ship?

            The next hint:  tutor hint
        "#]])
        .run();
    test.tutor(["hint", "moor"])
        .below("learn")
        .stdout(&expect![[r#"
            01.1  Moor   hint 2 of 3

            Lend it.

            The next hint:  tutor hint moor
        "#]])
        .run();
    test.tutor(["hint", "moor", "--level", "1"])
        .below("learn")
        .any_output()
        .run();
    test.tutor(["hint"])
        .below("learn")
        .stdout(&expect![[r#"
            01.1  Moor   hint 3 of 3

            As with a key.

            That was the last hint. Our solution:  tutor solution
        "#]])
        .run();
    test.tutor(["hint"])
        .below("learn")
        .stdout_has(&["hint 3 of 3"])
        .run();
    test.tutor(["hint", "--level", "4"])
        .below("learn")
        .stderr(&expect![[r#"
            01.1, Moor, has 3 hints.
        "#]])
        .exit(2)
        .run();
    assert!(test.read("learn/.tutor/progress.toml").contains("hint = 3"));
}

/// Of the course that is built in, and with an answer that is half right: the one hint that is about just that.
#[test]
fn a_hint_for_what_one_meets_now_comes_first() {
    const HALF: &str = include_str!("wrong_answers/handed_over/only_the_signature.rs");
    let test = Folder::new();
    test.tutor(["init"]).any_output().run();
    test.write("rust-tutor/exercises/03_ownership/02_handed_over.rs", HALF);
    let hint = |words: &[&str]| {
        let words = [&["hint", "handed_over"], words].concat();
        let call = test.tutor(words).below("rust-tutor");
        call.any_output().run().stdout
    };
    let first = hint(&[]);
    let (fitting, own) = first.split_once("\n\n03.2").expect("two hints");
    assert!(
        fitting.starts_with(
            "03.2  Handed over   a hint for what you meet now\n\nHalf of it is done: "
        )
    );
    assert!(own.starts_with("  Handed over   hint 1 of 3\n"), "{own}");
    assert!(hint(&["--level", "2"]).starts_with("03.2  Handed over   hint 2 of 3\n"));

    // Another error, for which there is none.
    let other = HALF.replace("{entry}", "{entri}");
    test.write("rust-tutor/exercises/03_ownership/02_handed_over.rs", other);
    assert!(hint(&[]).starts_with("03.2  Handed over   hint 3 of 3\n"));
}

#[test]
fn one_can_go_anywhere_and_nothing_is_marked() {
    let test = learners_folder();
    test.tutor(["go", "2.1"])
        .below("learn")
        .stdout(&expect![[r#"
            You are at 02.1  Lift
                exercises/02_crane/01_lift/main.rs
        "#]])
        .run();
    test.tutor(["prev"])
        .below("learn/exercises")
        .stdout(&expect![[r#"
            You are at 01.2  Unload
                01_quay/02_unload.rs
        "#]])
        .run();
    test.tutor(["go", "moor"]).below("learn").any_output().run();
    test.tutor(["prev"])
        .below("learn")
        .stdout(&expect![[r#"
            01.1, Moor, is the first exercise. There is none before it.
        "#]])
        .run();
    test.tutor(["go", "mor"])
        .below("learn")
        .stderr(&expect![[r#"
            There is no exercise `mor`. Did you mean `moor`?
        "#]])
        .exit(2)
        .run();
    assert!(!test.read("learn/.tutor/progress.toml").contains("state"));
}

#[test]
fn next_skips_what_is_not_done_and_comes_back_to_it() {
    let test = learners_folder();
    test.tutor(["next"])
        .below("learn")
        .stdout(&expect![[r#"
            01.1, Moor, is skipped for now. It comes again when the others are done.
            You are at 01.2  Unload
                exercises/01_quay/02_unload.rs
        "#]])
        .run();
    test.tutor(["next"])
        .below("learn")
        .stdout_has(&["02.1  Lift"])
        .run();
    test.tutor(["next"])
        .below("learn")
        .stdout_has(&["02.2  Lower"])
        .run();
    test.tutor(["next"])
        .below("learn")
        .stdout_has(&["01.1  Moor"])
        .run();
}

#[test]
fn the_editor_is_shown_what_is_current_but_no_open_prediction() {
    let test = learners_folder();
    test.tutor(["go", "unload"])
        .below("learn")
        .any_output()
        .run();
    let manifest = test.read("learn/Cargo.toml");
    assert!(manifest.contains("02_unload.rs") && !manifest.contains("01_moor.rs"));
    test.tutor(["go", "lower"])
        .below("learn")
        .any_output()
        .run();
    assert!(!test.read("learn/Cargo.toml").contains("02_lower.rs"));
}

#[test]
fn a_reset_keeps_what_was_written_and_can_be_taken_back() {
    let test = learners_folder();
    test.write(MOOR, edited(1));
    test.tutor(["reset", "moor"])
        .below("learn")
        .stdout_has(&[
            "01.1, Moor, is as it was at first.\nWhat you wrote is kept:\n    .tutor/backup/",
            "/exercises/01_quay/01_moor.rs\nTo have it back:\n    tutor reset moor --undo\n",
        ])
        .run();
    assert_eq!(test.read(MOOR), starter("Moor"));
    test.tutor(["reset", "moor"])
        .below("learn")
        .stdout(&expect![[r#"
            01.1, Moor, is as it was at first. There is nothing to reset.
        "#]])
        .run();
    test.tutor(["reset", "moor", "--undo"])
        .below("learn")
        .stdout_has(&["01.1, Moor, is as it was before the last reset.\n"])
        .run();
    assert_eq!(test.read(MOOR), edited(1));
}

#[test]
fn two_resets_can_be_taken_back_twice_and_no_text_is_lost() {
    let test = learners_folder();
    for number in [1, 2] {
        test.write(MOOR, edited(number));
        test.tutor(["reset", "moor"])
            .below("learn")
            .any_output()
            .run();
    }
    test.write(MOOR, edited(3));
    test.tutor(["reset", "moor", "--undo"])
        .below("learn")
        .stdout_has(&[
            "What stood there until now is kept:",
            "goes back one reset further",
        ])
        .run();
    assert_eq!(test.read(MOOR), edited(2));
    test.tutor(["reset", "moor", "--undo"])
        .below("learn")
        .any_output()
        .run();
    assert_eq!(test.read(MOOR), edited(1));
    test.tutor(["reset", "moor", "--undo"])
        .below("learn")
        .stderr(&expect![[r#"
            01.1, Moor, was not reset, or each reset was taken back already.
        "#]])
        .exit(1)
        .run();
    let kept = test.all("learn/.tutor/backup");
    for number in [1, 2, 3] {
        let text = edited(number).into_bytes();
        assert!(
            kept.iter().any(|(_, bytes)| *bytes == text),
            "{number} is kept"
        );
    }
}

#[test]
fn an_exercise_of_several_files_is_reset_as_one() {
    let test = learners_folder();
    let hook = "learn/exercises/02_crane/01_lift/hook.rs";
    let first = test.read(hook);
    test.write(hook, "mine");
    test.tutor(["reset", "lift"])
        .below("learn")
        .any_output()
        .run();
    assert_eq!(test.read(hook), first);
    test.tutor(["reset", "lift", "--undo"])
        .below("learn")
        .any_output()
        .run();
    assert_eq!(test.read(hook), "mine");
}

/// Two files of which the second cannot be written: a file stands where its folder was.
fn half_blocked() -> Folder {
    let test = Folder::new();
    small_course(&test, "course");
    test.write(
        "course/exercises/02_crane/01_lift/rope/knot.rs",
        "// a knot\n",
    );
    test.write(
        "course/solutions/02_crane/01_lift/rope/knot.rs",
        "// a knot\n",
    );
    test.tutor(["init", "learn", "--from", "course"])
        .any_output()
        .run();
    test.write("learn/exercises/02_crane/01_lift/main.rs", "mine");
    std::fs::remove_dir_all(test.at("learn/exercises/02_crane/01_lift/rope")).expect("it goes");
    test
}

#[test]
fn a_reset_that_fails_half_way_says_where_the_learners_text_is() {
    let test = half_blocked();
    test.write("learn/exercises/02_crane/01_lift/rope", "in the way");
    let said = test
        .tutor(["reset", "lift"])
        .below("learn")
        .stderr_has(&["What you wrote is kept as [HERE]/learn/.tutor/backup/"])
        .exit(4)
        .run();
    let (_, kept) = said
        .stderr
        .split_once("kept as [HERE]/")
        .expect("it is named");
    let kept = kept.trim_end().trim_end_matches('.');
    assert!(test.read(kept) == "mine", "{}", said.stderr);
    assert_eq!(
        test.read("learn/exercises/02_crane/01_lift/rope"),
        "in the way"
    );
}

#[test]
fn a_reset_that_cannot_keep_one_text_replaces_none() {
    let test = half_blocked();
    let hook = test.at("learn/exercises/02_crane/01_lift/hook.rs");
    std::fs::remove_file(&hook).expect("it goes");
    std::fs::create_dir(&hook).expect("a folder in its place");
    let said = test
        .tutor(["reset", "lift"])
        .below("learn")
        .stderr_has(&["hook.rs: it is a folder, not a file"])
        .exit(4)
        .run();
    let mine = test.read("learn/exercises/02_crane/01_lift/main.rs");
    assert_eq!(mine, "mine", "{}", said.stderr);
}

#[test]
fn a_file_that_was_deleted_comes_back_with_a_reset() {
    let test = learners_folder();
    test.remove(MOOR);
    test.tutor(["reset", "moor"])
        .below("learn")
        .stdout(&expect![[r#"
            01.1, Moor, is as it was at first.
        "#]])
        .run();
    assert_eq!(test.read(MOOR), starter("Moor"));
}

#[test]
fn a_course_folder_is_reset_to_what_was_seen_first() {
    let test = Folder::new();
    small_course(&test, "course");
    let moor = "course/exercises/01_quay/01_moor.rs";
    test.write(moor, edited(1));
    test.tutor(["reset", "moor"])
        .below("course")
        .stderr(&expect![[r#"
            01.1, Moor, cannot be reset: this is the course's own folder, and tutor has not seen the exercise before it was changed.
            If the folder is under git, `git checkout` has it. A folder written by `tutor init` can always be reset.
        "#]])
        .exit(1)
        .run();
    test.write(moor, starter("Moor"));
    test.tutor(["go", "moor"])
        .below("course")
        .any_output()
        .run();
    test.write(moor, edited(2));
    test.tutor(["go", "unload"])
        .below("course")
        .any_output()
        .run();
    test.tutor(["reset", "moor"])
        .below("course")
        .any_output()
        .run();
    assert_eq!(test.read(moor), starter("Moor"));
    assert!(
        !test.has("course/Cargo.toml"),
        "a course's folder is its author's"
    );
    assert_eq!(test.read("course/.tutor/.gitignore"), "*\n");
}

#[test]
fn a_solution_that_was_not_earned_has_to_be_asked_for() {
    let test = learners_folder();
    test.tutor(["solution"])
        .below("learn")
        .stderr(&expect![[r#"
            01.1, Moor, is not done yet. To see our solution all the same:
                tutor solution --yes
        "#]])
        .exit(1)
        .run();
    assert!(!test.has("learn/solutions/01_quay/01_moor.rs"));
    test.tutor(["solution", "--yes"])
        .below("learn")
        .stdout(&expect![[r#"
            01.1  Moor   our solution

            The note of Moor.
            Its second line.

            Yours has the lines with -, ours those with +:

              - // TODO: another number.
                fn answer() -> u32 {
              -     0
              +     7
                }

            Ours, whole:  solutions/01_quay/01_moor.rs
        "#]])
        .run();
    assert_eq!(
        test.read("learn/solutions/01_quay/01_moor.rs"),
        support::solution("Moor")
    );
    let progress = test.read("learn/.tutor/progress.toml");
    assert!(progress.contains("solution_seen = true") && !progress.contains("\"done\""));
}

#[test]
fn a_solution_that_somebody_wrote_into_is_left_alone() {
    let test = learners_folder();
    let path = "learn/solutions/01_quay/01_moor.rs";
    test.write(path, "my own notes");
    test.tutor(["solution", "--yes"])
        .below("learn")
        .any_output()
        .run();
    assert_eq!(test.read(path), "my own notes");
}

#[test]
fn a_code_is_explained_in_rustcs_own_words_as_text() {
    let test = learners_folder();
    let named = test
        .tutor(["explain", "e382"])
        .stdout_has(&["E0382   in rustc's own words\n\n", "    let y = x;\n"])
        .run();
    assert!(!named.stdout.contains("```"));
    let of_the_exercise = test.tutor(["explain"]).below("learn").any_output().run();
    assert_eq!(of_the_exercise.stdout, named.stdout);
    test.tutor(["go", "lift"]).below("learn").any_output().run();
    test.tutor(["explain"])
        .below("learn")
        .stderr(&expect![[r#"
            02.1, Lift, is not about a single error code. Name the one you met:
                tutor explain E0382
        "#]])
        .exit(2)
        .run();
    test.tutor(["explain", "E9999"])
        .stderr(&expect![[r#"
            rustc knows no error with the code E9999. A code looks like this: E0382.
        "#]])
        .exit(2)
        .run();
}

#[test]
fn every_command_works_with_a_folder_named_by_hand() {
    let test = learners_folder();
    test.tutor(["next", "--course", "learn"])
        .stdout(&expect![[r#"
            01.1, Moor, is skipped for now. It comes again when the others are done.
            You are at 01.2  Unload
                learn/exercises/01_quay/02_unload.rs
        "#]])
        .run();
}

#[cfg(unix)]
#[test]
fn names_of_folders_may_hold_anything() {
    use std::os::unix::ffi::OsStrExt;
    let test = learners_folder();
    for name in [
        "a b".as_bytes(),
        b"a b'q",
        b"-x",
        "\u{e9}\u{1F980}'".as_bytes(),
        b"nu_\xff",
    ] {
        let name = std::path::Path::new(std::ffi::OsStr::from_bytes(name));
        test.rename("learn", name);
        test.tutor(["list"]).below(name).any_output().run();
        test.tutor(["next"])
            .below(name.join("exercises"))
            .any_output()
            .run();
        let checked = test
            .tutor(["check", "unload", "--trust"])
            .below(name)
            .any_output()
            .exit(1)
            .run();
        let (wrong, name_of_it) = ("the answer", name.display());
        assert!(checked.stdout.contains(wrong), "{name_of_it}: {checked:?}");
        test.rename(name, "learn");
    }
}
