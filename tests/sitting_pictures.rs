//! Loan pictures, from what rustc 1.95 really says. Each was compared by hand with rustc's own labels.

mod sitting_common;

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

use expect_test::expect_file;
use sitting_common::cases;
use tutor::check::diagnostic::{Diagnostic, Severity};
use tutor::check::diagnostic_json::parse;
use tutor::view::glyphs::Charset;
use tutor::view::layout::{Size, layout};
use tutor::view::loan::picture;
use tutor::view::program::Program;
use tutor::view::screen::Screen;

#[test]
fn every_loan_has_its_picture_or_none() {
    let mut drawn = String::new();
    for code in [
        "e0382", "e0499", "e0502", "e0503", "e0505", "e0506", "e0597", "e0716",
    ] {
        for case in cases(code) {
            for error in &case.errors {
                let headline = &error.message;
                let shown = error.code.as_deref().unwrap_or_default();
                writeln!(drawn, "{}\n{shown}  {headline}\n", case.name).expect("a string");
                drawn += &drawn_picture(error, &case.program());
                drawn.push_str("\n\n");
            }
        }
    }
    expect_file!["fixtures/pictures.txt"].assert_eq(&drawn);
}

/// The pictures of the plan, as they are drawn from the same programs.
/// The rows of the picture, or the words for none.
fn drawn_picture(error: &Diagnostic, program: &Program<'_>) -> String {
    let Some(block) = picture(error, program) else {
        return " (no picture)\n".to_owned();
    };
    let screen = Screen {
        blocks: vec![block],
        ..Screen::default()
    };
    let size = Size {
        width: 80,
        height: 40,
    };
    let pages = layout(&screen, size, Charset::Boxes);
    let lines = &pages.pages[0];
    let rows = lines[2..lines.len() - 2].iter();
    rows.map(|line| line.text() + "\n").collect()
}

#[test]
fn screen_16_the_loan_pictures() {
    let names = [
        "e0382_handed_over",
        "e0382_in_a_loop",
        "e0502_songs",
        "e0502_prune",
        "e0499_two_places",
        "e0505_key",
        "e0506_level",
        "e0597_shift",
    ];
    let mut drawn = String::new();
    for name in names {
        let case = sitting_common::case(name);
        let picture = drawn_picture(&case.errors[0], &case.program());
        drawn += &format!("{name}\n{picture}\n");
    }
    expect_test::expect![[r#"
        e0382_handed_over
         manifest
         ┌── 25 │ fn arrive(manifest: Manifest) -> (String, Crane) {
         │      │           ──────── comes in here
         └─> 26 │     let entry = book_entry(manifest);
                │                            ──────── moved: given to `book_entry`
         X   27 │     let crane = pass_on(manifest);
                │                         ^^^^^^^^ used here, but it is gone

        e0382_in_a_loop
         message
         ┌──  6 │     let message = String::from("gate change");
         │      │         ─────── made here
         │    8 │     for _ in 0..3 {
         X    9 │         sent += send(message);
                │                      ^^^^^^^ moved in one round, so it is gone in the
                │                              next

        e0502_songs
         songs, lent out
         ┌── 18 │     let up_next = &songs[1];
         │      │                    ───── lent for reading
         X   20 │     songs.push(240);
         │      │     ^^^^^^^^^^^^^^^ wants it alone, to change it
         └── 21 │     println!("up next: {up_next} s");
                │                         ─────── still used here

        e0502_prune
         permits, lent out
         ┌─>  8 │     for (index, permit) in permits.iter().enumerate() {
         │      │                            ────────────────────────── lent for reading
         X   10 │             permits.remove(index);
         │      │             ^^^^^^^^^^^^^^^^^^^^^ wants it alone, to change it
         └──  next round: line 8 uses the loan again

        e0499_two_places
         levels, lent out
         ┌──  3 │     let left = &mut levels[0];
         │      │                ────────────── lent for changing
         X    4 │     let right = &mut levels[1];
         │      │                 ^^^^^^^^^^^^^^ wants it alone, to change it
         └──  5 │     std::mem::swap(left, right);
                │                    ──── still used here

        e0505_key
         key, lent out
         ┌──  5 │     let label = &key;
         │      │                 ──── lent
         X    6 │     hand_over(key);
         │      │               ^^^ given away while it is lent
         └──  7 │     println!("{label}");
                │                ───── still used here

        e0506_level
         level, lent out
         ┌──  3 │     let report = &level;
         │      │                  ────── lent
         X    4 │     level = 180;
         │      │     ^^^^^^^^^^^ overwritten while it is lent
         └──  5 │     println!("reported: {report}");
                │                          ────── still used here

        e0597_shift
         shift, lent out
         ┌──  5 │         latest = shift.last();
         │      │                  ───── lent
         X    6 │     }
         │      │     ─ `shift` ends here while it is lent
         └──  7 │     println!("{latest:?}");
                │                ────── used here, but what it looks at is gone

    "#]]
    .assert_eq(&drawn);
}

/// From what this compiler says of the course's own starters.
#[test]
fn the_starters_have_their_pictures() {
    let mut drawn = String::new();
    for chapter in ["03_ownership", "04_borrowing", "06_lifetimes"] {
        for file in starters(chapter) {
            let (text, errors) = refused(&file);
            let files = [file.clone()];
            let program = Program {
                files: &files,
                text: &text,
            };
            for error in &errors {
                let code = error.code.as_deref().unwrap_or("-----");
                writeln!(drawn, "{file}\n{code}  {}\n", error.message).expect("a string");
                drawn += &drawn_picture(error, &program);
                drawn.push_str("\n\n");
            }
        }
    }
    expect_file!["fixtures/starters.txt"].assert_eq(&drawn);
}

fn starters(chapter: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("exercises")
        .join(chapter);
    let files = fs::read_dir(folder).expect("a chapter").flatten();
    let mut names: Vec<String> = files
        .filter_map(|file| file.file_name().into_string().ok())
        .filter(|name| name.ends_with(".rs"))
        .map(|name| format!("exercises/{chapter}/{name}"))
        .collect();
    names.sort();
    names
}

/// The text of a starter, and its errors.
fn refused(file: &str) -> (String, Vec<Diagnostic>) {
    let scratch = tempfile::tempdir().expect("a temporary folder");
    let said = Command::new("rustc")
        .args([
            "--edition",
            "2024",
            "--crate-type",
            "bin",
            "--crate-name",
            "starter",
        ])
        .args(["--error-format", "json", "--emit", "metadata", "-o"])
        .arg(scratch.path().join("made"))
        .arg(file)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("rustc runs");
    let said = parse(&String::from_utf8_lossy(&said.stderr))
        .diagnostics
        .into_iter();
    let errors = said.filter(|said| said.level == Severity::Error && !said.spans.is_empty());
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file));
    (text.expect("a starter"), errors.collect())
}
