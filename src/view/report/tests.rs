use std::time::Duration;

use super::*;
use crate::check::diagnostic::{Diagnostic, Span};
use crate::check::verdict::{
    Crash, Evidence, FileTrouble, Printed, Reason, Relation, TokenMiss, TokenMissKind,
};
use crate::course::{self, CourseFiles, TextFile};

const INFO: &str = "\
format_version = 2
id = 'ferry'
title = 'Ferry'
[[chapters]]
dir = '01_deck'
title = 'Deck'
[[exercises]]
dir = '01_deck'
name = '01_fare'
kind = 'write'
[[exercises]]
dir = '01_deck'
name = '02_ticket'
kind = 'write'
points = 3
";

fn ferry() -> Course {
    let paths = ["01_fare.rs", "02_ticket.rs"].map(|name| format!("exercises/01_deck/{name}"));
    let files = CourseFiles {
        info: TextFile {
            path: "info.toml".to_owned(),
            bytes: INFO.as_bytes().to_vec(),
        },
        paths: paths.into_iter().collect(),
        ..CourseFiles::default()
    };
    course::load(&files).course.expect("it is sound")
}

fn checked(verdict: Verdict) -> Checked {
    Checked {
        verdict,
        evidence: Evidence {
            took: Duration::from_millis(40),
            ..Evidence::default()
        },
    }
}

fn ended_with(code: i32) -> Checked {
    let reason = Reason::Crashed {
        how: Crash::Exit { code, expected: 0 },
        printed: Printed::default(),
    };
    checked(Verdict::NotYet(vec![reason]))
}

fn panicked(message: &str) -> Checked {
    let reason = Reason::Test(crate::check::verdict::FailedTest {
        name: "counts".to_owned(),
        line: Some(7),
        failure: crate::check::verdict::Failure::Panic {
            message: message.to_owned(),
            line: Some(3),
        },
    });
    checked(Verdict::NotYet(vec![reason]))
}

fn entry<'a>(course: &'a Course, index: usize, checked: Option<&'a Checked>) -> Entry<'a> {
    Entry {
        course,
        index,
        title: "The title",
        state: State::Todo,
        is_current: false,
        untouched: checked.is_none(),
        checked,
        text: "",
        path: "exercises/01_deck/x.rs",
    }
}

fn folder<'a>(name: &'a str, entries: Vec<Entry<'a>>) -> Folder<'a> {
    Folder {
        name,
        problem: None,
        entries,
    }
}

#[test]
fn what_passes_has_passed_although_nobody_has_touched_it() {
    let (course, passed) = (ferry(), checked(Verdict::Passed));
    let untouched = Entry {
        untouched: true,
        ..entry(&course, 0, Some(&passed))
    };
    assert_eq!(untouched.mark(), Mark::Passed);
    assert_eq!(entry(&course, 0, None).mark(), Mark::Untouched);
}

#[test]
fn points_are_those_of_what_passed() {
    let (course, passed, not_yet) = (ferry(), checked(Verdict::Passed), ended_with(2));
    let entries = vec![
        entry(&course, 0, Some(&not_yet)),
        entry(&course, 1, Some(&passed)),
    ];
    assert_eq!(folder("a", entries).points(), 3);
}

#[test]
fn what_stops_most_comes_first_and_failures_of_one_kind_count_together() {
    let (course, early, late) = (ferry(), ended_with(2), panicked("no"));
    let folders = [
        folder("a", vec![entry(&course, 0, Some(&early))]),
        folder("b", vec![entry(&course, 1, Some(&late))]),
        folder("c", vec![entry(&course, 1, Some(&late))]),
        folder("d", vec![entry(&course, 1, None)]),
    ];
    let found = obstacles(&folders);
    let found: Vec<_> = found
        .iter()
        .map(|found| (found.index, found.key.as_str(), found.folders))
        .collect();
    assert_eq!(found, [(1, "counts", 2), (0, "crashed", 1)]);
}

const NASTY: &str =
    "a \u{1b}]52;c;eA==\u{7} \u{9b}2J \u{0} \u{202e} </failure> ]]> & \" %0A :: \u{fffe}";

fn nasty(format: impl Fn(&[Folder<'_>]) -> String) -> String {
    let (course, failed) = (ferry(), panicked(NASTY));
    let folders = [folder(NASTY, vec![entry(&course, 0, Some(&failed))])];
    let text = format(&folders);
    let odd = |letter: &char| letter.is_control() && !matches!(letter, '\n' | '\r');
    assert_eq!(text.chars().find(odd), None, "{text}");
    text
}

#[test]
fn no_text_of_a_program_drives_a_terminal_or_breaks_a_format() {
    let took = Duration::from_millis(40);
    let json = nasty(|folders| json(folders, true));
    serde_json::from_str::<serde_json::Value>(&json).expect("it is JSON");
    let xml = nasty(|folders| junit(folders, took));
    assert_eq!(xml.matches("<failure").count(), 1, "{xml}");
    assert_eq!(xml.matches("</failure>").count(), 1, "{xml}");
    assert!(
        xml.contains("\\u{fffe}") && !xml.contains('\u{fffe}'),
        "{xml}"
    );
    let lines = nasty(|folders| github(folders, took));
    assert_eq!(lines.matches("\n::").count() + 1, 1, "{lines}");
    let rows = nasty(|folders| csv(folders, false));
    assert_eq!(rows.lines().count(), 2, "{rows}");
}

#[test]
fn an_annotation_keeps_to_its_line() {
    let (course, failed) = (ferry(), panicked("50 % off\r\n::error::no"));
    let entries = vec![Entry {
        title: "a, b: c",
        ..entry(&course, 0, Some(&failed))
    }];
    let text = github(&[folder("a", entries)], Duration::ZERO);
    assert_eq!(
        text.lines().next(),
        Some(
            "::error file=exercises/01_deck/x.rs,line=3,title=1.1 a%2C b%3A c::It compiles, but a test fails. \"counts\" panicked: 50 %25 off"
        )
    );
    assert_eq!(text.lines().count(), 2);
}

/// `include!("/etc/passwd");`
#[test]
fn an_error_in_a_file_that_was_taken_in_has_no_line() {
    let span = Span {
        file: "/etc/passwd".to_owned(),
        line_start: 1,
        primary: true,
        ..Span::default()
    };
    let error = Diagnostic {
        message: "expected one of `!` or `::`, found `:`".to_owned(),
        spans: vec![span],
        ..Diagnostic::default()
    };
    let reason = Reason::Refused {
        error,
        relation: Relation::Other,
        line: 0,
    };
    let (course, refused) = (ferry(), checked(Verdict::NotYet(vec![reason])));
    let text = github(
        &[folder("a", vec![entry(&course, 0, Some(&refused))])],
        Duration::ZERO,
    );
    assert_eq!(
        text.lines().next(),
        Some(
            "::error file=exercises/01_deck/x.rs,title=1.1 The title::The compiler refuses a file that this one takes in."
        )
    );
}

/// The text of the table, without the times.
fn table_of(folders: &[Folder<'_>], course: &Course) -> Vec<String> {
    let judge = Judge { course, dir: None };
    let lines = class(folders, &judge, Duration::ZERO);
    lines.iter().map(Line::text).collect()
}

#[test]
fn names_that_are_too_long_can_still_be_told_apart() {
    let course = ferry();
    let names = [
        "the-same-very-long-assignment-name-of-anna",
        "the-same-very-long-assignment-name-of-bert",
        "one-of-two-in-the-middle-1-of-a-very-long-assignment",
        "one-of-two-in-the-middle-2-of-a-very-long-assignment",
        "short",
    ];
    let folders = names.map(|name| Folder {
        problem: Some(IS_NO_FOLDER),
        ..folder(name, Vec::new())
    });
    let table = table_of(&folders, &course);
    let mut rows: Vec<&String> = table[1..6].iter().collect();
    assert!(rows[0].starts_with(" the-same-very-"), "{}", rows[0]);
    assert!(rows[0].contains("-anna  "), "{}", rows[0]);
    rows.dedup();
    rows.sort();
    rows.dedup();
    assert_eq!(rows.len(), 5, "{table:#?}");
    // Names that fit stay whole.
    let table = table_of(&folders[4..], &course);
    assert_eq!(table[1], format!(" {:<28}{IS_NO_FOLDER}", "short"));
}

fn stopped_by(reason: Reason) -> String {
    let (course, checked) = (ferry(), checked(Verdict::NotYet(vec![reason])));
    let folders = [folder("a", vec![entry(&course, 0, Some(&checked))])];
    let table = table_of(&folders, &course);
    let row = table.iter().find(|row| row.starts_with("     1   01.1"));
    let row = row.expect("it stops one");
    row.split_once("The title")
        .expect("it has a title")
        .1
        .trim()
        .to_owned()
}

#[test]
fn an_obstacle_says_what_it_is() {
    let token = |kind| {
        Reason::Token(TokenMiss {
            tokens: "clone".to_owned(),
            why: String::new(),
            kind,
        })
    };
    let refused = |found, allowed| TokenMissKind::Refused {
        line: 1,
        column: 1,
        width: 5,
        source: String::new(),
        found,
        allowed,
    };
    let path = || "a.rs".to_owned();
    let reasons = [
        Reason::Lint {
            lint: "clippy::explicit_iter_loop".to_owned(),
            diagnostic: Diagnostic::default(),
            line: 2,
        },
        token(refused(1, 0)),
        token(refused(3, 1)),
        token(TokenMissKind::Absent {
            found: 0,
            wanted: 1,
            within: None,
        }),
        Reason::EndedEarly {
            missing: vec!["a_child_pays_half".to_owned()],
        },
        Reason::File(FileTrouble::Missing { path: path() }),
        Reason::File(FileTrouble::Empty { path: path() }),
        Reason::File(FileTrouble::TooLarge {
            path: path(),
            bytes: 1 << 30,
        }),
    ];
    let told: Vec<String> = reasons.into_iter().map(stopped_by).collect();
    assert_eq!(
        told,
        [
            "the warning `clippy::explicit_iter_loop`",
            "`clone` is not allowed",
            "`clone` is there too often",
            "`clone` is missing",
            "a child pays half",
            "the file is not there",
            "the file is empty",
            "the file is too large",
        ]
    );
}

#[test]
fn a_cell_is_never_a_formula() {
    let (course, passed) = (ferry(), checked(Verdict::Passed));
    for (name, cell) in [
        ("=1+1", "'=1+1"),
        ("@a", "'@a"),
        ("-a,b", "\"'-a,b\""),
        ("a \"b\"", "\"a \"\"b\"\"\""),
        ("plain", "plain"),
    ] {
        let text = csv(
            &[folder(name, vec![entry(&course, 0, Some(&passed))])],
            true,
        );
        let row = text.lines().nth(1).expect("a row");
        assert!(row.starts_with(&format!("{cell},,1,0,")), "{row}");
    }
}

#[test]
fn a_folder_with_a_problem_has_a_row_of_the_same_width() {
    let (course, passed) = (ferry(), checked(Verdict::Passed));
    let broken = Folder {
        problem: Some(NO_EXERCISES),
        ..folder("b", Vec::new())
    };
    let folders = [broken, folder("a", vec![entry(&course, 0, Some(&passed))])];
    let text = csv(&folders, true);
    let widths: Vec<usize> = text.lines().map(|row| row.split(',').count()).collect();
    assert_eq!(widths, [10, 10, 10], "{text}");
}
