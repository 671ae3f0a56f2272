//! `--in`: the folders of a class.

use expect_test::expect;

use crate::ferry::{self, GOOD, fare_with, ticket_solved};
use crate::support::Folder;

const FARE: &str = "exercises/01_deck/01_fare.rs";
const TICKET: &str = "exercises/01_deck/02_ticket.rs";

/// Four people: one has all, one cheats, one has the course deep in a repository and moves too soon, one has nothing.
fn class() -> Folder {
    let folder = ferry::course();
    for person in ["anna", "bert", "carl/rust/work"] {
        let dir = format!("class/{person}");
        let words = ["init", &dir, "--from", "course"];
        folder.tutor(words).any_output().run();
    }
    let write = |person: &str, file: &str, text: &str| {
        folder.write(&format!("class/{person}/{file}"), text);
    };
    write("anna", FARE, &fare_with(GOOD));
    write("anna", TICKET, &ticket_solved());
    write(
        "anna",
        "exercises/02_engine/01_speed.rs",
        &ferry::speed_solved(),
    );
    // His own copy of the tests says that all is well.
    let wrong = fare_with("    full");
    write("bert", FARE, &wrong);
    let easy = wrong.replace("assert_eq!(fare(8, true), 4", "assert_eq!(fare(8, true), 8");
    write("bert", ".tutor/course/exercises/01_deck/01_fare.rs", &easy);
    write("carl/rust/work", FARE, &wrong);
    write("carl/rust/work", TICKET, "fn main() {");
    write("dora", "README.md", "Nothing yet.");
    folder
}

/// Called below a folder, without a course named.
fn called(folder: &Folder, below: &str, words: &[&str], exit: i32) -> String {
    let words = ["check", "--trust", "--quiet"].iter().chain(words).copied();
    let call = folder.tutor(Vec::from_iter(words)).below(below);
    ferry::timeless(call.any_output().exit(exit).run()).stdout
}

fn check(folder: &Folder, words: &[&str], exit: i32) -> String {
    let all = ["check", "--course", "course", "--trust"];
    let call = folder.tutor(all.iter().chain(words).copied());
    let output = ferry::timeless(call.any_output().exit(exit).run());
    assert_eq!(output.stderr, "");
    output.stdout
}

#[test]
fn a_class_is_marked_with_the_courses_own_tests() {
    expect![[r#"
        folder                        passed  not yet  untouched  other  points
        anna                               3        0          0      0       5
        bert                               0        1          2      0       0
        carl                               0        2          1      0       0
        dora                        no exercise of this course was found in it

        What stops most of them
            2   01.1  Fare                        a child pays half
            1   01.2  Ticket                      this file contains an unclosed delimiter

        4 folders, 1 of them could not be looked at   [TIME]
        Judged by "A course about a ferry", the course in course.
        Exercises are found by their paths, such as exercises/01_deck/01_fare.rs.
    "#]]
    .assert_eq(&check(&class(), &["--in", "class"], 1));
}

#[test]
fn a_spreadsheet_has_a_row_for_each_folder() {
    let folder = class();
    let words = ["--in", "class", "--format", "csv"];
    expect![[r#"
        folder,problem,passed,not_yet,untouched,skipped,unclear,broken,points,fare,ticket,speed
        anna,,3,0,0,0,0,0,5,passed,passed,passed
        bert,,0,1,2,0,0,0,0,not_yet,untouched,untouched
        carl,,0,2,1,0,0,0,0,not_yet,not_yet,untouched
        dora,no exercise of this course was found in it,0,0,0,0,0,0,0,,,
    "#]]
    .assert_eq(&check(&folder, &words, 1).replace("\r\n", "\n"));
}

#[test]
fn folders_may_be_named_one_by_one_and_exercises_chosen() {
    let folder = class();
    let words = [
        "--in",
        "class/anna",
        "--in",
        "class/carl",
        "fare",
        "--format",
        "json",
    ];
    let json = check(&folder, &words, 1);
    for piece in [
        "\"folder\": \"anna\"",
        "\"folder\": \"carl\"",
        "\"reason\": \"a_child_pays_half\"",
    ] {
        assert!(json.contains(piece), "{piece}\n{json}");
    }
    assert!(!json.contains("\"ticket\""), "{json}");
}

#[test]
fn nothing_is_written_into_the_folders_of_others() {
    let folder = class();
    let before = folder.all("class");
    check(&folder, &["--in", "class"], 1);
    assert!(folder.all("class") == before);
}

#[test]
fn the_parts_of_a_class_are_its_folders() {
    let folder = class();
    let names = |part: &str| {
        let words = ["--in", "class", "--format", "csv", "--partition", part];
        let rows = check(&folder, &words, 1);
        let rows = rows.lines().skip(1);
        let names: Vec<String> = rows
            .filter_map(|row| Some(row.split(',').next()?.to_owned()))
            .collect();
        names
    };
    assert_eq!(names("1/2"), ["anna", "carl"]);
    assert_eq!(names("2/2"), ["bert", "dora"]);
}

#[test]
fn annotations_name_the_files_from_where_the_command_was_called() {
    let folder = class();
    let words = ["--in", "class/carl", "fare", "--format", "github"];
    expect![[r#"
        ::error file=class/carl/rust/work/exercises/01_deck/01_fare.rs,line=18,title=1.1 Fare::It compiles, and 1 of 2 tests pass. "a child pays half" expected 4 and found 8.
         0 of 1 exercise passed, 1 not yet   [TIME]
    "#]].assert_eq(&check(&folder, &words, 1));
}

#[test]
fn in_a_courses_own_folder_it_is_that_course_that_judges() {
    let folder = class();
    folder.rename("class", "course/class");
    let judged = |below: &str, given: &str| {
        let text = called(&folder, below, &["--in", given], 1);
        let line = text.lines().find(|line| line.contains("Judged by"));
        line.unwrap_or_else(|| panic!("{text}")).to_owned()
    };
    let ours = "Judged by \"A course about a ferry\", the course in ";
    assert_eq!(judged("course", "class"), format!("{ours}this folder."));
    let below = judged("course/exercises", "../class/bert");
    assert_eq!(below, format!("{ours}[HERE]/course."));
    // What somebody has handed in judges nobody, be it a learner's folder or a course of her own.
    let built_in =
        |line: String| assert!(line.ends_with(", the course that is built in."), "{line}");
    built_in(judged("course/class/anna", "../bert"));
    folder.rename("course", "hers");
    built_in(judged("hers", "."));
    built_in(judged("hers/exercises", ".."));
}

/// The consent that every command of that folder needs.
#[test]
fn a_course_that_nobody_has_agreed_to_judges_nobody() {
    let folder = class();
    let call = folder.tutor(["check", "--in", "../class"]).below("course");
    let output = call.any_output().exit(3).run();
    assert_eq!(output.stdout, "");
    assert!(output.stderr.contains("--trust"), "{}", output.stderr);
}

#[test]
fn a_folder_that_cannot_be_looked_at_says_why() {
    let folder = class();
    folder.write("afile", "text\n");
    let given = ["nope", "afile", "class/dora", "class/anna/exercises"];
    let words: Vec<&str> = given.iter().flat_map(|dir| ["--in", dir]).collect();
    expect![[r#"
        folder                        passed  not yet  untouched  other  points
        nope                        there is no such folder
        afile                       this is a file, not a folder
        dora                        no exercise of this course was found in it
        anna                               3        0          0      0       5

        4 folders, 3 of them could not be looked at   [TIME]
        Judged by "A course about a ferry", the course in course.
        Exercises are found by their paths, such as exercises/01_deck/01_fare.rs.
    "#]]
    .assert_eq(&check(&folder, &words, 1));
}

#[test]
fn folders_of_the_same_name_go_by_their_paths_as_they_were_given() {
    let folder = class();
    for (person, repo) in [("anna", "a"), ("bert", "b")] {
        folder.write(&format!("repos/{repo}/README.md"), "Mine.");
        folder.rename(format!("class/{person}"), format!("repos/{repo}/work"));
    }
    let words = [
        "--in",
        "repos/a/work",
        "--in",
        "repos/b/work",
        "--format",
        "csv",
    ];
    let rows = check(&folder, &words, 1);
    let names: Vec<&str> = rows
        .lines()
        .skip(1)
        .filter_map(|row| row.split(',').next())
        .collect();
    assert_eq!(names, ["repos/a/work", "repos/b/work"]);
}

/// A link could lead to somebody else's work.
#[cfg(unix)]
#[test]
fn a_link_in_a_class_has_its_row_and_is_followed_only_if_it_is_named() {
    let folder = class();
    std::os::unix::fs::symlink("anna", folder.at("class/eve")).expect("a link can be made");
    let text = check(&folder, &["--in", "class"], 1);
    let row = text.lines().find(|line| line.starts_with("eve"));
    let told = "eve                         this is a link: name it with --in to have it looked at";
    assert_eq!(row, Some(told), "{text}");
    let text = check(&folder, &["--in", "class/eve", "fare"], 0);
    assert!(text.contains("1 folder"), "{text}");
}

#[test]
fn the_same_answer_of_many_is_remembered_once() {
    let folder = class();
    let people = ["anna", "bert", "carl/rust/work"];
    for person in people {
        folder.write(&format!("class/{person}/{FARE}"), fare_with(GOOD));
    }
    check(&folder, &["--in", "class", "fare"], 1);
    let remembered = folder.read(".cache/tutor/passed");
    assert_eq!(remembered.lines().count(), 1, "{remembered}");
    // Nor twice by those who come later.
    check(&folder, &["--in", "class/anna"], 0);
    let remembered = folder.read(".cache/tutor/passed");
    let mut keys: Vec<&str> = remembered.lines().collect();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(remembered.lines().count(), keys.len());
    assert_eq!(keys.len(), 3);
}
