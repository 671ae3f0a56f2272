use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::super::frame::{Frame as Code, Lane, Mark, MarkKind, Source};
use super::super::screen::{Block, Header, Row, Says, Word};
use super::super::text::Role;
use super::*;

/// A screen like 02, with a picture.
fn moved() -> Screen {
    let mark = |start, length, kind, label: &str| Mark {
        start,
        length,
        kind,
        label: label.to_owned(),
    };
    let source = |number, text: &str, lane, mark| Source {
        number: Some(number),
        text: text.to_owned(),
        lane,
        marks: vec![mark],
        bare: false,
    };
    let picture = Code {
        laned: true,
        lines: vec![
            source(
                25,
                "fn arrive(manifest: Manifest) -> (String, Crane) {",
                Lane::Opens,
                mark(10, 8, MarkKind::Other, "comes in here"),
            ),
            source(
                26,
                "    let entry = book_entry(manifest);",
                Lane::Gone,
                mark(27, 8, MarkKind::Other, "moved: given to `book_entry`"),
            ),
            source(
                27,
                "    let crane = pass_on(manifest);",
                Lane::Missing,
                mark(24, 8, MarkKind::Refused, "used here, but it is gone"),
            ),
        ],
        ..Code::default()
    };
    Screen {
        header: Header {
            left: Line::of(" 03.2  Handed over", Role::Strong),
            right: vec![
                "Ownership 2 of 8    [#---------] 13 of 160".to_owned(),
                "2 of 8".to_owned(),
            ],
        },
        goal: [
            "The harbour office copies each ship's manifest into its book, then passes the",
            "manifest on to the crane driver. Today nothing is left to pass on: mend that.",
            "Change only `book_entry` and the line that calls it. Not allowed: `clone`.",
        ]
        .map(String::from)
        .to_vec(),
        says: Some(Says {
            word: Word::NotYet,
            sentences: vec![
                "Line 27 uses `manifest`, but line 26 has given it away.".to_owned(),
                "This is the error that this exercise is about.".to_owned(),
            ],
        }),
        blocks: vec![
            Block::words("error[E0382]: use of moved value: `manifest`"),
            Block {
                rows: vec![Row::words("manifest"), Row::Code(picture)],
                titled: true,
            },
        ],
        next: vec![
            Line::plain("Make `manifest` still be there in line 27, and save."),
            Line::plain("Stuck? Press h: the first hint is a question."),
        ],
        keys: vec![
            Key::new("o", "open file"),
            Key::new("h", "hint"),
            Key::new("m", "more from the compiler"),
            Key::new("e", "explain"),
            Key::new("?", "all keys").or("keys"),
        ],
        right: "0.04 s".to_owned(),
    }
}

fn check(width: usize, height: usize, page: usize, expected: Expect) {
    let pages = layout(&moved(), Size { width, height }, Charset::Boxes);
    let lines: Vec<String> = pages.pages[page].iter().map(Line::text).collect();
    assert!(lines.len() <= height);
    expected.assert_eq(&(lines.join("\n") + "\n"));
}

#[test]
fn in_the_usual_window_nothing_gives_way() {
    check(
        80,
        24,
        0,
        expect![[r#"
         03.2  Handed over                    Ownership 2 of 8    [#---------] 13 of 160
        ────────────────────────────────────────────────────────────────────────────────
         The harbour office copies each ship's manifest into its book, then passes the
         manifest on to the crane driver. Today nothing is left to pass on: mend that.
         Change only `book_entry` and the line that calls it. Not allowed: `clone`.

         NOT YET  Line 27 uses `manifest`, but line 26 has given it away.
                  This is the error that this exercise is about.

         error[E0382]: use of moved value: `manifest`

         manifest
         ┌── 25 │ fn arrive(manifest: Manifest) -> (String, Crane) {
         │      │           ──────── comes in here
         └─> 26 │     let entry = book_entry(manifest);
                │                            ──────── moved: given to `book_entry`
         X   27 │     let crane = pass_on(manifest);
                │                         ^^^^^^^^ used here, but it is gone

         Next     Make `manifest` still be there in line 27, and save.
                  Stuck? Press h: the first hint is a question.
        ────────────────────────────────────────────────────────────────────────────────
         o open file   h hint   m more from the compiler   e explain   ? keys     0.04 s
    "#]],
    );
}

#[test]
fn rows_are_saved_in_the_order_of_the_rules() {
    check(
        80,
        18,
        0,
        expect![[r#"
         03.2  Handed over                    Ownership 2 of 8    [#---------] 13 of 160
        ────────────────────────────────────────────────────────────────────────────────
         The harbour office copies each ship's manifest into its book, then passes the
         manifest on to the crane driver. Today nothing is left to pass on: mend that.
         Change only `book_entry` and the line that calls it. Not allowed: `clone`.
         NOT YET  Line 27 uses `manifest`, but line 26 has given it away.
                  This is the error that this exercise is about.
         error[E0382]: use of moved value: `manifest`
         manifest
         ┌── 25 │ fn arrive(manifest: Manifest) -> (String, Crane) {
         │      │           ──────── comes in here
         └─> 26 │     let entry = book_entry(manifest);
                │                            ──────── moved: given to `book_entry`
         X   27 │     let crane = pass_on(manifest);
                │                         ^^^^^^^^ used here, but it is gone
         Next     Make `manifest` still be there in line 27, and save.
        ────────────────────────────────────────────────────────────────────────────────
         o open file   h hint   m more from the compiler   e explain   ? keys     0.04 s
    "#]],
    );
    check(
        80,
        16,
        0,
        expect![[r#"
         03.2  Handed over                    Ownership 2 of 8    [#---------] 13 of 160
        ────────────────────────────────────────────────────────────────────────────────
         Change only `book_entry` and the line that calls it. Not allowed: `clone`.
         NOT YET  Line 27 uses `manifest`, but line 26 has given it away.
                  This is the error that this exercise is about.
         error[E0382]: use of moved value: `manifest`
         manifest
         ┌── 25 │ fn arrive(manifest: Manifest) -> (String, Crane) {
         │      │           ──────── comes in here
         └─> 26 │     let entry = book_entry(manifest);
                │                            ──────── moved: given to `book_entry`
         X   27 │     let crane = pass_on(manifest);
                │                         ^^^^^^^^ used here, but it is gone
         Next     Make `manifest` still be there in line 27, and save.
        ────────────────────────────────────────────────────────────────────────────────
         o open file   h hint   m more from the compiler   e explain   ? keys     0.04 s
    "#]],
    );
    check(
        80,
        15,
        0,
        expect![[r#"
         03.2  Handed over                    Ownership 2 of 8    [#---------] 13 of 160
        ────────────────────────────────────────────────────────────────────────────────
         Change only `book_entry` and the line that calls it. Not allowed: `clone`.
         NOT YET  Line 27 uses `manifest`, but line 26 has given it away.
                  This is the error that this exercise is about.
         error[E0382]: use of moved value: `manifest`
         ┌── 25 │ fn arrive(manifest: Manifest) -> (String, Crane) {
         │      │           ──────── comes in here
         └─> 26 │     let entry = book_entry(manifest);
                │                            ──────── moved: given to `book_entry`
         X   27 │     let crane = pass_on(manifest);
                │                         ^^^^^^^^ used here, but it is gone
         Next     Make `manifest` still be there in line 27, and save.
        ────────────────────────────────────────────────────────────────────────────────
         o open file   h hint   m more from the compiler   e explain   ? keys     0.04 s
    "#]],
    );
}

#[test]
fn then_there_are_pages_and_the_first_shown_has_the_refused_line() {
    let pages = layout(
        &moved(),
        Size {
            width: 80,
            height: 12,
        },
        Charset::Boxes,
    );
    check(
        80,
        12,
        pages.first,
        expect![[r#"
         03.2  Handed over                    Ownership 2 of 8    [#---------] 13 of 160
        ────────────────────────────────────────────────────────────────────────────────
         NOT YET  Line 27 uses `manifest`, but line 26 has given it away.
                  This is the error that this exercise is about.
         └─> 26 │     let entry = book_entry(manifest);
                │                            ──────── moved: given to `book_entry`
         X   27 │     let crane = pass_on(manifest);
                │                         ^^^^^^^^ used here, but it is gone

         Next     Make `manifest` still be there in line 27, and save.
        ────────────────────────────────────────────────────────────────────────────────
         space page   o open file   h hint   ? keys                          page 2 of 3
    "#]],
    );
}

#[test]
fn forty_columns_are_enough() {
    check(
        40,
        40,
        0,
        expect![[r#"
             03.2  Handed over                2 of 8
            ────────────────────────────────────────
             The harbour office copies each ship's
             manifest into its book, then passes
             the manifest on to the crane driver.
             Today nothing is left to pass on: mend
             that. Change only `book_entry` and the
             line that calls it. Not allowed:
             `clone`.

             NOT YET  Line 27 uses `manifest`, but
                      line 26 has given it away.
                      This is the error that this
                      exercise is about.

             error[E0382]: use of moved value:
             `manifest`

             manifest
             ┌── 25 │ fn arrive(manifest: Manifest..
             │      │           ────────
             │      │           comes in here
             └─> 26 │ ..ntry = book_entry(manifest);
                    │                     ────────
                    │   moved: given to `book_entry`
             X   27 │ let crane = pass_on(manifest);
                    │                     ^^^^^^^^
                    │      used here, but it is gone

             Next     Make `manifest` still be
                      there in line 27, and save.
                      Stuck? Press h: the first
                      hint is a question.
            ────────────────────────────────────────
             o open file   h hint   ? keys    0.04 s
        "#]],
    );
}

#[test]
fn ascii_twins_stand_in_the_same_places() {
    let boxes = layout(
        &moved(),
        Size {
            width: 80,
            height: 24,
        },
        Charset::Boxes,
    );
    let ascii = layout(
        &moved(),
        Size {
            width: 80,
            height: 24,
        },
        Charset::Ascii,
    );
    for (one, other) in boxes.pages[0].iter().zip(&ascii.pages[0]) {
        let twin = one
            .text()
            .replace('─', "-")
            .replace('│', "|")
            .replace('┌', ".")
            .replace('└', "'");
        assert_eq!(twin, other.text());
    }
}

proptest! {
    #[test]
    fn a_page_is_never_larger_than_its_window(width in 0usize..130, height in 0usize..40, cut in 0usize..6) {
        let mut screen = moved();
        if cut & 1 == 1 { screen.goal.clear(); }
        if cut & 2 == 2 { screen.says = None; }
        if cut & 4 == 4 { screen.next.clear(); }
        let pages = layout(&screen, Size { width, height }, Charset::Boxes);
        prop_assert!(pages.first < pages.pages.len());
        for page in &pages.pages {
            prop_assert!(page.len() <= height, "{} rows in {height}", page.len());
            for line in page {
                prop_assert!(line.width() <= width.max(1), "{:?} in {width}", line.text());
            }
        }
    }
}
