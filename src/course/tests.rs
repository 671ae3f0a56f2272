//! The room as a whole: courses in, values or reports out.

use std::collections::BTreeSet;

use expect_test::expect_file;
use proptest::prelude::*;

use super::model::*;
use super::*;

pub(super) fn text_file(path: &str, text: &str) -> TextFile {
    TextFile {
        path: path.to_owned(),
        bytes: text.as_bytes().to_vec(),
    }
}

pub(super) fn paths(list: &[&str]) -> BTreeSet<String> {
    list.iter().map(|path| (*path).to_owned()).collect()
}

/// `tests/courses/small`
pub(super) fn small_files() -> CourseFiles {
    CourseFiles {
        info: text_file(
            "info.toml",
            include_str!("../../tests/courses/small/info.toml"),
        ),
        chapters: vec![text_file(
            "exercises/04_borrowing/info.toml",
            include_str!("../../tests/courses/small/exercises/04_borrowing/info.toml"),
        )],
        paths: paths(&[
            "exercises/03_ownership/02_lent_ladder.rs",
            "exercises/04_borrowing/01_two_readers.rs",
            "exercises/04_borrowing/03_two_files/.#tide.rs",
            "exercises/04_borrowing/03_two_files/main.rs",
            "exercises/04_borrowing/03_two_files/tide.rs",
            "exercises/04_borrowing/03_two_files/tides.txt",
            "exercises/04_borrowing/info.toml",
        ]),
        ..CourseFiles::default()
    }
}

/// A sound course of version 2, and more text at its end.
fn one_exercise(more: &str) -> CourseFiles {
    let head = "format_version = 2\nid = 'x'\ntitle = 'X'\n[[chapters]]\ndir = '01_a'\ntitle = 'A'\n[[exercises]]\ndir = '01_a'\nname = '01_one'\n";
    CourseFiles {
        info: text_file("info.toml", &format!("{head}{more}")),
        paths: paths(&["exercises/01_a/01_one.rs"]),
        ..CourseFiles::default()
    }
}

pub(super) fn loaded_course(files: &CourseFiles) -> Course {
    let loaded = load(files);
    assert_eq!(report(&loaded), "");
    loaded.course.expect("a course without faults")
}

/// Faults and warnings as one text.
pub(super) fn report(loaded: &Loaded) -> String {
    let faults = loaded.faults.iter().map(|fault| format!("{fault}\n"));
    let warnings = loaded
        .warnings
        .iter()
        .map(|warning| format!("warning: {warning}\n"));
    faults.chain(warnings).collect()
}

#[test]
fn every_fault_of_a_course_is_said_at_once() {
    let files = CourseFiles {
        info: text_file(
            "info.toml",
            include_str!("../../tests/courses/broken/info.toml"),
        ),
        chapters: vec![text_file(
            "exercises/02_local/info.toml",
            include_str!("../../tests/courses/broken/exercises/02_local/info.toml"),
        )],
        paths: paths(&[
            "exercises/01_values/02_bakc.rs",
            "exercises/01_values/03_one.rs",
            "exercises/01_values/04_loop.rs",
            "exercises/01_values/04_loop/main.rs",
            "exercises/01_values/05_guess.rs",
            "exercises/01_values/07_files.rs",
            "exercises/02_local/01_here.rs",
            "exercises/02_local/01_there.rs",
        ]),
        ..CourseFiles::default()
    };
    let loaded = load(&files);
    assert!(loaded.course.is_none());
    assert!(loaded.faults.len() > 30);
    expect_file!["../../tests/courses/broken/report.txt"].assert_eq(&report(&loaded));
}

#[test]
fn a_course_of_version_2_loads_from_its_root_and_its_chapters() {
    let course = loaded_course(&small_files());
    assert_eq!(
        (course.format, course.id.as_str()),
        (Format::Tutor, "small")
    );
    assert_eq!(course.welcome, "Welcome.");
    assert_eq!(course.chapters[0].minutes, Some(8));
    let ids: Vec<&str> = course.exercises.iter().map(|e| e.id.as_str()).collect();
    assert_eq!(ids, ["lent_ladder", "two_readers", "two_files"]);

    let ladder = &course.exercises[0];
    assert_eq!(course.number_of(ladder), "3.2");
    assert_eq!(
        ladder.solution_file(),
        "solutions/03_ownership/02_lent_ladder.rs"
    );
    assert_eq!(ladder.hints, ["Who has the ladder?"]);
    assert_eq!(ladder.declared.line, 22);
    let at = At(vec!["fn main".to_owned(), "put_away(ladder)".to_owned()]);
    let any_of = vec!["E0382".to_owned()];
    assert_eq!(ladder.starts, Some(vec![Start::Error { any_of, at }]));
    assert_eq!(ladder.rules[0].why, "There is one ladder.");
    assert_eq!(ladder.rules[1].demand, Demand::AtLeast(1));

    let readers = &course.exercises[1];
    assert_eq!(readers.choices, ["E0308", "E0382", "E0499", "E0502"]);
    assert_eq!(readers.hints[2], "    let three = 3;");
    assert_eq!(readers.questions[0].answer, 1);
    assert_eq!(readers.declared.path, "exercises/04_borrowing/info.toml");
}

#[test]
fn a_folder_is_an_exercise_with_its_main_file_first() {
    let course = loaded_course(&small_files());
    let folder = "exercises/04_borrowing/03_two_files";
    assert_eq!(
        course.exercises[2].files,
        [
            format!("{folder}/main.rs"),
            format!("{folder}/tide.rs"),
            format!("{folder}/tides.txt"),
        ]
    );
    assert_eq!(course.exercises[2].timeout_s, 5);
    assert!(course.exercises[2].hint_on.contains_key("E0433"));
}

#[test]
fn chapters_of_the_built_in_course_load() {
    let root = "format_version = 2\nid = 'rust'\ntitle = 'Rust'\n[[chapters]]\ndir = '03_ownership'\ntitle = 'Ownership'\n[[chapters]]\ndir = '04_borrowing'\ntitle = 'Borrowing'\n";
    let files = CourseFiles {
        info: text_file("info.toml", root),
        chapters: vec![
            text_file(
                "exercises/03_ownership/info.toml",
                include_str!("../../tests/courses/chapters/03_ownership.toml"),
            ),
            text_file(
                "exercises/04_borrowing/info.toml",
                include_str!("../../tests/courses/chapters/04_borrowing.toml"),
            ),
        ],
        paths: paths(&[
            "exercises/03_ownership/01_one_owner.rs",
            "exercises/03_ownership/02_handed_over.rs",
            "exercises/03_ownership/03_copy_or_move.rs",
            "exercises/03_ownership/04_cannot_copy_this.rs",
            "exercises/03_ownership/05_lights_out.rs",
            "exercises/03_ownership/06_partial_cargo.rs",
            "exercises/03_ownership/07_loop_mover.rs",
            "exercises/03_ownership/08_single_use_voucher.rs",
            "exercises/04_borrowing/01_append_a_stop.rs",
            "exercises/04_borrowing/02_readers_and_a_writer.rs",
            "exercises/support/lib.rs",
        ]),
        ..CourseFiles::default()
    };
    let course = loaded_course(&files);
    let kinds: Vec<&str> = course.exercises.iter().map(|e| e.kind.key()).collect();
    assert_eq!(
        kinds.join(" "),
        "predict fix fix break trace fix fix guard fix predict"
    );
    assert!(course.exercises.iter().all(|e| e.hints.len() == 3));
    assert_eq!(
        course.exercises[9].choices,
        ["E0308", "E0382", "E0502", "E0596"]
    );
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_change_nothing() {
    let plain = loaded_course(&small_files());
    let mut files = small_files();
    let text = String::from_utf8(files.info.bytes).expect("text");
    files.info.bytes = format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes();
    assert_eq!(loaded_course(&files), plain);
}

#[test]
fn a_newer_format_is_left_to_a_newer_tutor() {
    let files = CourseFiles {
        info: text_file(
            "info.toml",
            "format_version = 3\nnothing = 'else is judged'\n",
        ),
        ..CourseFiles::default()
    };
    assert_eq!(
        report(&load(&files)),
        "info.toml:1: the course is written in format 3, and this tutor knows 1 and 2  (install a newer tutor)\n"
    );
}

#[test]
fn a_course_without_its_version_is_read_all_the_same() {
    let mut files = one_exercise("kind = 'wirte'\n");
    files.info = text_file(
        "info.toml",
        &String::from_utf8_lossy(&files.info.bytes)["format_version = 2\n".len()..],
    );
    let said = report(&load(&files));
    assert!(
        said.contains("the course has no `format_version`"),
        "{said}"
    );
    assert!(said.contains("did you mean \"write\"?"), "{said}");
}

#[test]
fn an_empty_course_says_so() {
    for (version, manifest) in [
        (1, "exercises = []"),
        (2, "id = 'x'\ntitle = 'X'\nchapters = []"),
    ] {
        let files = CourseFiles {
            info: text_file(
                "info.toml",
                &format!("format_version = {version}\n{manifest}\n"),
            ),
            cargo_toml: Some(text_file("Cargo.toml", "")),
            ..CourseFiles::default()
        };
        let said = report(&load(&files));
        assert!(
            said.starts_with("info.toml:1: the course has no exercises yet"),
            "{said}"
        );
    }
}

#[test]
fn nothing_is_missed_after_a_line_that_is_no_toml() {
    let said = report(&load(&one_exercise(
        "kind = 'wirte'\npoints = \nunsafe = 1\n",
    )));
    assert!(
        said.contains("info.toml:10: there is no kind `wirte`"),
        "{said}"
    );
    assert!(said.contains("info.toml:11: this is no TOML"), "{said}");
    assert!(
        said.contains("info.toml:12: `unsafe` wants true or false"),
        "{said}"
    );
    assert_eq!(said.lines().count(), 3, "{said}");
}

#[test]
fn needs_follow_from_what_is_denied_and_from_the_dependencies() {
    let mut files = one_exercise(
        "kind = 'lint'\ndeny = ['clippy::len_zero']\nneeds = ['crate:tokio', 'wasm32']\n[build]\ndependencies = { tokio = '1' }\n",
    );
    let course = loaded_course(&files);
    let tokio = Need::Crate("tokio".to_owned());
    assert_eq!(
        course.exercises[0].needs,
        [Need::Clippy, Need::Wasm32, tokio]
    );
    files = one_exercise("kind = 'fix'\nstarts = [{ hangs = true }]\n");
    assert_eq!(loaded_course(&files).exercises[0].timeout_s, 2);
}

#[test]
fn a_break_has_its_target_and_a_rule_its_bounds() {
    let course = loaded_course(&one_exercise(
        "kind = 'break'\nexpect = { error = ['E0506', 'E0505'], place = 'region' }\nsame_lines = true\n\
         refuse = [{ tokens = '.clone(', max = 1, in = 'fn dispatch', why = 'w' }, 'unwrap']\n\
         require = { '_ =>' = 'r' }\nprints = 'a'\nruns = [{ args = ['', 'x'], exit = 2 }]\n",
    ));
    let exercise = &course.exercises[0];
    let target = exercise.expect.as_ref().expect("a target");
    assert_eq!(target.any_of, ["E0506", "E0505"]);
    assert_eq!(
        (target.place, target.same_lines),
        (BreakPlace::Region, true)
    );
    assert_eq!(exercise.rules[0].demand, Demand::AtMost(1));
    assert_eq!(exercise.rules[0].within.as_deref(), Some("fn dispatch"));
    assert_eq!(exercise.rules[1].tokens, "unwrap");
    assert_eq!(exercise.rules[2].tokens, "_ =>");
    assert_eq!(exercise.runs[0].prints.as_deref(), Some("a"));
    assert_eq!((exercise.runs[1].args.len(), exercise.runs[1].exit), (2, 2));
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let files = CourseFiles { info: TextFile { path: "info.toml".to_owned(), bytes }, ..CourseFiles::default() };
        prop_assert!(load(&files).course.is_none());
    }

    #[test]
    fn no_cut_or_change_of_a_course_makes_it_panic(from in 0usize..1200, length in 0usize..40, put in "[\\[\\]{}='\",\n a-z0-9]{0,6}") {
        let mut files = small_files();
        let text = String::from_utf8_lossy(&files.info.bytes).into_owned();
        let from = from.min(text.len());
        let to = (from + length).min(text.len());
        files.info.bytes = [&text.as_bytes()[..from], put.as_bytes(), &text.as_bytes()[to..]].concat();
        let loaded = load(&files);
        prop_assert_eq!(loaded.course.is_none(), !loaded.faults.is_empty());
    }
}
