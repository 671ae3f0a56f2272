use std::collections::BTreeMap;

use expect_test::{Expect, expect};

use super::*;
use crate::session::progress::{Met, Progress, Record, State};

pub(super) fn some_progress() -> Progress {
    let handed_over = Record {
        state: State::Done,
        attempts: 3,
        seconds: 240,
        hint: 1,
        done_at: Some(1_000_000_000),
        hash_when_done: Some("a1b2".to_owned()),
        answers: vec![2],
        errors_met: BTreeMap::from([(
            "E0382".to_owned(),
            Met {
                times: 2,
                seconds: 40,
            },
        )]),
        reviews: vec![(1_000_086_400, true)],
        ..Record::default()
    };
    let copy_or_move = Record {
        attempts: 1,
        solution_seen: true,
        ..Record::default()
    };
    Progress {
        course: "rust".to_owned(),
        here: Some("copy_or_move".to_owned()),
        exercises: BTreeMap::from([
            ("handed_over".to_owned(), handed_over),
            ("copy_or_move".to_owned(), copy_or_move),
        ]),
        cards_shown: vec!["01_values".to_owned(), "03_ownership".to_owned()],
        welcomed: true,
    }
}

pub(super) fn fresh(progress: &Progress) -> String {
    write(progress, None).expect("nothing was there before")
}

/// Changes what `text` says, and compares the text that comes out.
fn check_rewrite(text: &str, change: impl FnOnce(&mut Progress), expected: Expect) {
    let mut progress = read(text.as_bytes()).expect("the text is progress");
    change(&mut progress);
    let new = write(&progress, Some(text.as_bytes())).expect("it was read before");
    assert_eq!(read(new.as_bytes()), Ok(progress));
    expected.assert_eq(&new);
}

#[test]
fn a_fresh_file_can_be_read_by_a_person() {
    expect![[r#"
        version = 1
        # What you have done so far. `tutor` keeps this file; it is plain TOML and may be committed and merged.
        course = "rust"
        here = "copy_or_move"
        welcomed = true
        cards_shown = [
            "01_values",
            "03_ownership",
        ]

        [exercises.copy_or_move]
        state = "todo"
        attempts = 1
        solution_seen = true

        [exercises.handed_over]
        state = "done"
        attempts = 3
        seconds = 240
        hint = 1
        done_at = 2001-09-09T01:46:40Z
        hash_when_done = "a1b2"
        answers = [2]
        errors_met = { E0382 = { times = 2, seconds = 40 } }
        reviews = [{ at = 2001-09-10T01:46:40Z, right = true }]
    "#]].assert_eq(&fresh(&some_progress()));
    assert_eq!(
        read(fresh(&some_progress()).as_bytes()),
        Ok(some_progress())
    );
}

#[test]
fn comments_and_unknown_things_survive() {
    let text = "\
# mine
version = 1 # one
course = 'rust'
here = \"a\"        # where I am
future = { x = 1 }
cards_shown = ['01_values']

[exercises.b] # the second
state = \"todo\"
mood = \"good\"
attempts = 0x10
reviews = [{ at = 1970-01-02T00:00:00Z, right = true, felt = 'easy' }]
errors_met.E0382 = { times = 1, note = 'hm' }

# about a
[exercises.a]
state = \"done\"

[plans]
next = \"all\"
";
    let change = |progress: &mut Progress| {
        progress.here = Some("b".to_owned());
        progress.cards_shown.push("03_ownership".to_owned());
        let b = progress.exercises.get_mut("b").expect("it is there");
        b.state = State::Done;
        b.reviews.push((172_800, false));
        b.errors_met.insert(
            "E0382".to_owned(),
            Met {
                times: 2,
                seconds: 9,
            },
        );
        progress
            .exercises
            .insert("aa".to_owned(), Record::default());
        progress.exercises.insert("c".to_owned(), Record::default());
    };
    check_rewrite(
        text,
        change,
        expect![[r##"
        # mine
        version = 1 # one
        course = 'rust'
        here = "b"        # where I am
        future = { x = 1 }
        cards_shown = ['01_values',
            "03_ownership"]

        [exercises.b] # the second
        state = "done"
        mood = "good"
        attempts = 0x10
        reviews = [{ at = 1970-01-02T00:00:00Z, right = true, felt = 'easy' }, { at = 1970-01-03T00:00:00Z, right = false }]
        errors_met.E0382 = { times = 2, note = 'hm' , seconds = 9 }

        [exercises.c]
        state = "todo"

        # about a
        [exercises.a]
        state = "done"

        [exercises.aa]
        state = "todo"

        [plans]
        next = "all"
    "##]],
    );
}

#[test]
fn a_text_that_says_it_already_is_not_touched() {
    let text = "version=1\ncourse='x'\n[exercises.'a b']\nstate='done'\ndone_at=2001-09-09T03:46:40+02:00\nattempts=1_0\n";
    check_rewrite(
        text,
        |_| {},
        expect![[r#"
        version=1
        course='x'
        [exercises.'a b']
        state='done'
        done_at=2001-09-09T03:46:40+02:00
        attempts=1_0
    "#]],
    );
}

#[test]
fn what_is_taken_out_is_taken_out() {
    let text = "version = 1\ncourse = \"x\"\nhere = \"a\"\n\n[exercises.a]\nstate = \"done\"\nhint = 2\n\n[exercises.old]\nstate = \"done\"\n";
    let change = |progress: &mut Progress| {
        progress.here = None;
        progress.exercises.remove("old");
        progress.exercises.insert("a".to_owned(), Record::default());
    };
    check_rewrite(
        text,
        change,
        expect![[r#"
        version = 1
        course = "x"

        [exercises.a]
        state = "todo"
    "#]],
    );
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_survive() {
    let text = format!(
        "\u{feff}# mine\r\n{}",
        fresh(&some_progress()).replace('\n', "\r\n")
    );
    let mut progress = read(text.as_bytes()).expect("it is progress");
    assert_eq!(progress, some_progress());
    progress
        .exercises
        .insert("new".to_owned(), Record::default());
    let new = write(&progress, Some(text.as_bytes())).expect("it was read before");
    assert!(new.starts_with("\u{feff}# mine\r\nversion = 1\r\n"));
    assert_eq!(new.matches('\n').count(), new.matches("\r\n").count());
    assert_eq!(read(new.as_bytes()), Ok(progress));
}

#[test]
fn a_file_of_a_newer_tutor_is_not_written() {
    let text = "version = 2\nexercises = 'all of them'\n";
    let newer = ProgressError::Newer { version: 2 };
    assert_eq!(read(text.as_bytes()), Err(newer.clone()));
    assert_eq!(write(&some_progress(), Some(text.as_bytes())), Err(newer));
}

#[test]
fn what_cannot_be_understood_says_where_and_what() {
    for (text, said) in [
        ("", "line 1: it has no `version`"),
        (
            "version = 0",
            "line 1: `version` has to be a whole number from 1",
        ),
        (
            "\0\0\0",
            "line 1: this is no TOML: key with no value, expected `=`",
        ),
        ("version = 1\nhere = 7", "line 2: `here` has to be a text"),
        (
            "version = 1\nexercises = 7",
            "line 2: `exercises` has to be a table",
        ),
        (
            "version = 1\n[exercises.a]\nstate = 'dnoe'",
            "line 3: `state` has to be \"todo\", \"done\" or \"skipped\"",
        ),
        (
            "version = 1\n[exercises.a]\nattempts = -1",
            "line 3: `attempts` has to be a whole number, not below 0 and not too large",
        ),
        (
            "version = 1\n[exercises.a]\n\ndone_at = 'today'",
            "line 4: `done_at` has to be a date, as in 2026-11-21T04:21:07Z",
        ),
        (
            "version = 1\n[exercises.a",
            "line 2: this is no TOML: unclosed table, expected `]`",
        ),
        (
            "version = 1\n<<<<<<< HEAD\nhere = 'a'\n",
            "line 2: git left both sides of a merge; keep the lines of both and take the marks out",
        ),
    ] {
        let error = read(text.as_bytes()).expect_err(text);
        assert_eq!(error.to_string(), said);
    }
    let error = read(b"version = 1\nhere = '\xff'").expect_err("no text");
    assert_eq!(error.to_string(), "line 2: this is no UTF-8 text");
}
