//! Loan pictures, from what rustc 1.95 really says. Each was compared by hand with rustc's own labels.

mod sitting_common;

use std::fmt::Write;

use expect_test::expect_file;
use sitting_common::cases;
use tutor::view::glyphs::Charset;
use tutor::view::layout::{Size, layout};
use tutor::view::loan::picture;
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
                let picture = match picture(error, &case.program()) {
                    Some(block) => block,
                    None => {
                        drawn.push_str(" (no picture)\n\n\n");
                        continue;
                    }
                };
                let screen = Screen {
                    blocks: vec![picture],
                    ..Screen::default()
                };
                let size = Size {
                    width: 80,
                    height: 40,
                };
                let pages = layout(&screen, size, Charset::Boxes);
                let lines = &pages.pages[0];
                for line in &lines[2..lines.len() - 2] {
                    writeln!(drawn, "{}", line.text()).expect("a string");
                }
                drawn.push_str("\n\n");
            }
        }
    }
    expect_file!["fixtures/pictures.txt"].assert_eq(&drawn);
}
