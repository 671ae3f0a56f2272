//! Many at once: everything, chapters, ranges, tracks and parts.

use expect_test::{Expect, expect};

use crate::ferry::{
    self, FARE_FILE, GOOD, SPEED, SPEED_FILE, TICKET_FILE, check, fare_with, speed_solved,
    ticket_solved,
};
use crate::support::Folder;

#[track_caller]
fn said(folder: &Folder, words: &[&str], exit: i32, expected: &Expect) {
    let output = check(folder, words, exit);
    assert_eq!(output.stderr, "", "no bar and no notice without a terminal");
    expected.assert_eq(&output.stdout);
}

#[test]
fn what_nobody_has_touched_is_counted_and_not_told() {
    let folder = ferry::work();
    said(
        &folder,
        &["--all"],
        1,
        &expect![[r#"
         0 of 3 exercises passed, 3 untouched   [TIME]
    "#]],
    );
}

#[test]
fn what_was_tried_is_told_with_its_place() {
    let folder = ferry::work();
    folder.write(FARE_FILE, fare_with("    full + u32::from(child)"));
    folder.write(TICKET_FILE, ticket_solved());
    folder.write(SPEED_FILE, SPEED.replace("knots * 2", "2 * knots"));
    said(
        &folder,
        &["--all"],
        1,
        &expect![[r#"
         NOT YET   01.1  Fare   exercises/01_deck/01_fare.rs:18
                   It compiles, and 1 of 2 tests pass. "a child pays half" expected 4
                   and found 9.

         NOT YET   02.1  Speed   exercises/02_engine/01_speed.rs:6
                   It compiles and its test passes, but line 6 draws the warning
                   `clippy::needless_return`.

         1 of 3 exercises passed, 2 not yet   [TIME]
    "#]],
    );
}

#[test]
fn everything_right_is_the_exit_code_zero() {
    let folder = solved();
    said(
        &folder,
        &["--all"],
        0,
        &expect![[r#"
         3 of 3 exercises passed   [TIME]
    "#]],
    );
}

#[test]
fn a_chapter_a_range_and_a_track_are_looked_at_alone() {
    let folder = ferry::work();
    folder.write(FARE_FILE, fare_with(GOOD));
    folder.write(TICKET_FILE, ticket_solved());
    said(
        &folder,
        &["1"],
        0,
        &expect![[r#"
         2 of 2 exercises passed   [TIME]
    "#]],
    );
    said(
        &folder,
        &["deck"],
        0,
        &expect![[r#"
         2 of 2 exercises passed   [TIME]
    "#]],
    );
    said(
        &folder,
        &["1-2"],
        1,
        &expect![[r#"
         2 of 3 exercises passed, 1 untouched   [TIME]
    "#]],
    );
    said(
        &folder,
        &["--track", "core"],
        1,
        &expect![[r#"
         1 of 2 exercises passed, 1 untouched   [TIME]
    "#]],
    );
    said(
        &folder,
        &["deck", "--track", "core"],
        0,
        &expect![[r#"
         01.1  Fare   [TIME]

         DONE     It compiles, and both tests pass.

         Next     `tutor next` goes on to the next exercise that is not done.
    "#]],
    );
}

#[test]
fn the_parts_together_are_the_whole() {
    let folder = solved();
    let ids = |part: &str| {
        let output = check(
            &folder,
            &["--all", "--format", "csv", "--partition", part],
            0,
        );
        let rows = output.stdout.lines().skip(1);
        let ids: Vec<String> = rows
            .filter_map(|row| Some(row.split(',').next()?.to_owned()))
            .collect();
        ids
    };
    let (first, second) = (ids("1/2"), ids("2/2"));
    assert_eq!(first, ["fare", "speed"]);
    assert_eq!(second, ["ticket"]);
}

#[test]
fn progress_is_written_only_if_that_is_asked_for() {
    let folder = solved();
    check(&folder, &["--all"], 0);
    assert!(!folder.has("work/.tutor/progress.toml"));
    assert!(!folder.has("work/solutions/01_deck/01_fare.rs"));
    check(&folder, &["--all", "--record"], 0);
    let progress = folder.read("work/.tutor/progress.toml");
    assert_eq!(
        progress.matches("state = \"done\"").count(),
        3,
        "{progress}"
    );
    assert!(folder.has("work/solutions/02_engine/01_speed.rs"));
}

#[test]
fn what_ran_out_of_time_is_run_once_more_alone() {
    // It is too slow as long as another one that does the same is there.
    let folder = ferry::work();
    let busy = folder.at("busy");
    let body = format!(
        "    let busy = std::path::Path::new({busy:?});\n    \
             if std::fs::File::create_new(busy).is_ok() {{\n        loop {{\n            std::thread::yield_now();\n        }}\n    }}\n{GOOD}"
    );
    folder.write(FARE_FILE, fare_with(&body));
    folder.write(TICKET_FILE, ticket_solved());
    said(
        &folder,
        &["1"],
        0,
        &expect![[r#"
         2 of 2 exercises passed   [TIME]
    "#]],
    );
}

#[test]
fn a_course_of_every_kind_is_checked_whole() {
    let folder = Folder::new();
    folder.kinds();
    let words = ["init", "work", "--from", "kinds"];
    folder.tutor(words).any_output().run();
    for (path, bytes) in folder.all("work/.tutor/course/solutions") {
        if !path.ends_with(".mutants.rs") {
            folder.write(&format!("work/exercises/{path}"), bytes);
        }
    }
    said(
        &folder,
        &["--all"],
        0,
        &expect![[r#"
         20 of 20 exercises passed   [TIME]
    "#]],
    );
}

#[test]
fn in_a_courses_own_folder_the_file_on_the_disk_is_the_course() {
    let folder = ferry::course();
    let fare = |text: String| folder.write("course/exercises/01_deck/01_fare.rs", text);
    let run = |exit| {
        let words = ["check", "--trust", "fare"];
        let call = folder.tutor(words).below("course").any_output();
        ferry::timeless(call.exit(exit).run()).stdout
    };
    // Its own tests count, also when they were changed.
    fare(fare_with(GOOD).replace("4, \"what a child", "3, \"what a child"));
    expect![[r#"
         01.1  Fare   [TIME]

         NOT YET  It compiles, and 1 of 2 tests pass.

         Tests
           ok       an adult pays in full
           not yet  a child pays half

         This one: "a child pays half", line 18
           expected  3        what a child pays
           found     4

         Next     Make what a child pays come out as 3, and save.
                  Stuck? `tutor hint fare`: the first hint is a question.
    "#]]
    .assert_eq(&run(1));
    fare(fare_with(GOOD));
    run(0);
    assert_eq!(folder.read("course/.tutor/.gitignore"), "*\n");
}

/// A learner's folder with right answers.
fn solved() -> Folder {
    let folder = ferry::work();
    folder.write(FARE_FILE, fare_with(GOOD));
    folder.write(TICKET_FILE, ticket_solved());
    folder.write(SPEED_FILE, speed_solved());
    folder
}

#[test]
fn what_has_passed_is_not_run_again_until_something_changes() {
    let folder = ferry::work();
    let trace = folder.at("trace");
    let body = format!("    std::fs::write({trace:?}, \"\").expect(\"it ran\");\n{GOOD}");
    folder.write(FARE_FILE, fare_with(&body));
    let runs = |words: &[&str]| {
        let all = ["--all", "--track", "core"].iter().chain(words).copied();
        check(&folder, &Vec::from_iter(all), 1);
        let ran = folder.has("trace");
        if ran {
            folder.remove("trace");
        }
        ran
    };
    assert!(runs(&[]));
    assert!(!runs(&[]));
    assert!(runs(&["--no-cache"]));
    assert!(!runs(&[]));
    folder.write(FARE_FILE, fare_with(&format!("{body} // the same")));
    assert!(runs(&[]));
    let locked = "work/.tutor/course/exercises/01_deck/01_fare.rs";
    folder.write(locked, folder.read(locked) + "\n");
    assert!(runs(&[]));
    // Who names an exercise wants to see it run.
    check(&folder, &["fare"], 0);
    assert!(folder.has("trace"));
}
