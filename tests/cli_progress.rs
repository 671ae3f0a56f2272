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

/// A folder that somebody else has made, in which tutor's own folder, or a part of it, leads elsewhere.
#[cfg(unix)]
fn strangers_folder(link: &str) -> Folder {
    let test = Folder::new();
    small_course(&test, "course");
    test.write("victim/canary", "as it was");
    test.write("victim/run-1/canary", "as it was");
    let link = test.at(link);
    std::fs::create_dir_all(link.parent().expect("a folder")).expect("a folder");
    std::os::unix::fs::symlink(test.at("victim"), link).expect("a link");
    test
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link_in_place_of_tutors_folder() {
    let test = strangers_folder("course/.tutor");
    let before = test.all("victim");
    test.tutor(["go", "1.2"])
        .below("course")
        .stdout_has(&["You are at 01.2  Unload"])
        .stderr(&expect![[r#"
            .tutor/progress.toml is left as it is: .tutor is a link to another place. tutor remembers your progress only until it ends.
        "#]])
        .run();
    for words in [&["hint"][..], &["list"], &["next"], &["reset"]] {
        test.tutor(words.iter().copied())
            .below("course")
            .any_output()
            .told();
    }
    for words in [&["check", "--trust"][..], &["doctor", "--trust"]] {
        let said = test.tutor(words.iter().copied()).below("course").told();
        assert!(!said.0.is_empty(), "{words:?}: {}", said.1);
    }
    assert_eq!(test.all("victim"), before);
}

#[cfg(unix)]
#[test]
fn nothing_is_built_or_swept_away_behind_a_link() {
    let test = strangers_folder("course/.tutor/build");
    let before = test.all("victim");
    for words in [&["check", "--trust"][..], &["doctor", "--trust"]] {
        let said = test.tutor(words.iter().copied()).below("course").told();
        assert!(!said.0.is_empty(), "{words:?}: {}", said.1);
    }
    assert_eq!(test.all("victim"), before);
}

#[test]
fn an_exercise_that_is_gone_from_the_course_is_told_of_once_and_its_record_stays() {
    let test = learners_folder();
    test.tutor(["hint", "unload"])
        .below("learn")
        .any_output()
        .run();
    test.tutor(["go", "unload"])
        .below("learn")
        .any_output()
        .run();
    let info = test.read("course/info.toml");
    let (before, rest) = info
        .split_once("[[exercises]]\ndir = \"01_quay\"\nname = \"02_")
        .expect("it is there");
    let (_, after) = rest
        .split_once("hint = 'Count them.'\n")
        .expect("it is there");
    test.write("course/info.toml", format!("{before}{after}"));
    for tree in ["exercises", "solutions"] {
        test.remove(&format!("course/{tree}/01_quay/02_unload.rs"));
    }
    test.tutor(["init", "learn", "--from", "course"])
        .stdout_has(&["The course in learn is up to date."])
        .stderr(&expect![[r#"
            The exercise that you were at, `unload`, is not in the course any more, so you are at `moor` now. What you did there is still remembered.
        "#]])
        .run();
    // From then on nothing is said.
    test.tutor(["list"])
        .below("learn")
        .stdout_has(&[" > 01.1  Moor"])
        .run();
    let text = test.read(PROGRESS);
    assert!(
        text.contains("[exercises.unload]\nstate = \"todo\"\nhint = 1"),
        "{text}"
    );
    assert!(text.contains("here = \"moor\""), "{text}");
}

#[cfg(unix)]
#[test]
fn a_pipe_or_a_link_in_place_of_the_progress_or_its_copy_is_neither_read_nor_replaced() {
    use std::os::unix::fs::FileTypeExt;
    for (at, why) in [
        (PROGRESS, ".tutor/progress.toml is left as it is: "),
        (
            "learn/.tutor/progress.toml.bak",
            "Your progress cannot be saved: ",
        ),
    ] {
        let test = learners_folder();
        test.tutor(["go", "lift"]).below("learn").any_output().run();
        let go = |what: &str| {
            // Whoever waited for a pipe would wait for ever.
            let said = test
                .tutor(["go", "lower"])
                .below("learn")
                .stdout_has(&["You are at 02.2  Lower"])
                .stderr_has(&[why])
                .run();
            assert!(said.stderr.contains(what), "{}", said.stderr);
        };
        let place = test.at(at);
        let _ = std::fs::remove_file(&place);
        let (_, trouble) = test.bash("", &format!("mkfifo '{}'", place.display()));
        assert_eq!(trouble, "");
        go("it is a pipe, not a file");
        let found = std::fs::symlink_metadata(&place).expect("it is there");
        assert!(found.file_type().is_fifo());

        test.remove(at);
        test.write("elsewhere", "somebody else's");
        std::os::unix::fs::symlink(test.at("elsewhere"), &place).expect("a link");
        go("is a link to another place");
        assert_eq!(test.read("elsewhere"), "somebody else's");
    }
}

#[test]
fn progress_that_another_process_has_locked_is_written_after_a_while_and_that_is_said() {
    let test = learners_folder();
    test.tutor(["go", "lift"]).below("learn").any_output().run();
    let place = test.at("learn/.tutor/progress.lock");
    let lock = std::fs::File::options().read(true).write(true).open(place);
    let lock = lock.expect("it is there");
    lock.lock().expect("nobody has it");
    let said = test
        .tutor(["go", "lower"])
        .below("learn")
        .stdout_has(&["You are at 02.2  Lower"])
        .stderr_has(&["has the progress locked. It was written all the same"])
        .run();
    assert!(
        said.stderr.starts_with("tutor, process "),
        "{}",
        said.stderr
    );
    drop(lock);
    let text = test.read(PROGRESS);
    assert!(text.contains("here = \"lower\""), "{text}");
}

/// Whether this machine lets us make a namespace of our own with these options.
#[cfg(target_os = "linux")]
#[expect(clippy::print_stderr, reason = "what is skipped is said")]
fn unshare_works(options: &str) -> bool {
    let tried = std::process::Command::new("unshare")
        .args([options, "true"])
        .output();
    let works = tried.is_ok_and(|tried| tried.status.success());
    if !works {
        eprintln!("SKIPPED: `unshare {options}` is not allowed here");
    }
    works
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_on_a_disk_that_can_only_be_read_is_worked_in_all_the_same() {
    if !unshare_works("-Urm") {
        return;
    }
    let test = learners_folder();
    let before = test.all("learn");
    let tutor = env!("CARGO_BIN_EXE_tutor");
    let script = format!(
        "unshare -Urm sh -c 'mount --bind learn learn && mount -o remount,ro,bind learn \
         && cd learn && ! touch probe 2>/dev/null && HOME=\"$0\" {tutor} go lift; echo \"exit $?\"' '{}'",
        test.path().display()
    );
    let (said, complained) = test.bash("", &script);
    assert!(
        said.contains("You are at 02.1  Lift"),
        "{said}\n{complained}"
    );
    assert!(said.ends_with("exit 0\n"), "{said}\n{complained}");
    let notices = complained.matches("Your progress cannot be saved").count();
    assert_eq!(notices, 1, "{complained}");
    assert_eq!(test.all("learn"), before);
}

#[cfg(target_os = "linux")]
#[test]
fn the_course_that_is_built_in_is_checked_without_a_network() {
    if !unshare_works("-rn") {
        return;
    }
    let test = Folder::new();
    test.tutor(["init", "learn"]).any_output().run();
    let tutor = env!("CARGO_BIN_EXE_tutor");
    let (_, rustup) = support::rustup_home().expect("a home");
    let script = format!(
        "HOME='{}' RUSTUP_HOME='{}' unshare -rn {tutor} check first_light; echo \"exit $?\"",
        test.path().display(),
        rustup.display()
    );
    let (said, complained) = test.bash("learn", &script);
    assert!(said.ends_with("exit 1\n"), "{said}\n{complained}");
    assert!(said.contains("NOT YET"), "{said}\n{complained}");
}
