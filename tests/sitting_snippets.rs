//! rustc's headline, its lines, its notes and helps, in our own frame.

mod sitting_common;

use std::fmt::Write;

use expect_test::expect_file;
use sitting_common::cases;
use tutor::view::glyphs::Charset;
use tutor::view::layout::{Size, layout};
use tutor::view::loan::picture;
use tutor::view::screen::Screen;
use tutor::view::snippet::{Detail, headline, notes, snippet};

#[test]
fn an_error_that_the_exercise_is_about_is_shown_without_its_helps() {
    let mut drawn = String::new();
    for case in cases("") {
        for error in &case.errors {
            if picture(error, &case.program()).is_some() {
                continue;
            }
            let blocks = vec![
                headline(error),
                snippet(error, &case.program(), Detail::Bare),
            ];
            writeln!(drawn, "{}\n{}\n", case.name, text(blocks)).expect("a string");
        }
    }
    expect_file!["fixtures/snippets.txt"].assert_eq(&drawn);
}

#[test]
fn an_error_that_is_in_the_way_is_shown_whole() {
    let mut drawn = String::new();
    for name in [
        "e0425_misspelt",
        "e0433_type",
        "e0308_return",
        "e0308_option",
        "e0277_debug",
        "e0382_made_here",
    ] {
        for case in cases(name) {
            for error in &case.errors {
                let mut blocks = vec![
                    headline(error),
                    snippet(error, &case.program(), Detail::Whole),
                ];
                blocks.extend(notes(error, &case.program()));
                writeln!(drawn, "{}\n{}\n", case.name, text(blocks)).expect("a string");
            }
        }
    }
    expect_file!["fixtures/whole.txt"].assert_eq(&drawn);
}

fn text(blocks: Vec<tutor::view::screen::Block>) -> String {
    let screen = Screen {
        blocks,
        ..Screen::default()
    };
    let size = Size {
        width: 80,
        height: 60,
    };
    let pages = layout(&screen, size, Charset::Boxes);
    let lines = &pages.pages[0];
    let body = lines[2..lines.len() - 2].iter();
    body.map(|line| line.text() + "\n").collect()
}
