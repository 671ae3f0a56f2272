use std::collections::BTreeMap;

use expect_test::{Expect, expect};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;

use super::*;
use crate::session::progress::{Met, Progress, Record, State};

fn some_progress() -> Progress {
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

fn fresh(progress: &Progress) -> String {
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

fn record(state: State, attempts: u32) -> Record {
    Record {
        state,
        attempts,
        ..Record::default()
    }
}

fn with(records: &[(&str, Record)]) -> Progress {
    let exercises = records
        .iter()
        .map(|(id, record)| ((*id).to_owned(), record.clone()));
    Progress {
        exercises: exercises.collect(),
        ..Progress::default()
    }
}

#[test]
fn two_sittings_that_did_different_things_have_done_both() {
    let before = with(&[("a", record(State::Todo, 5)), ("b", record(State::Todo, 0))]);
    let mine = with(&[("a", record(State::Done, 7)), ("b", record(State::Todo, 0))]);
    let theirs = with(&[
        ("a", record(State::Skipped, 6)),
        ("b", record(State::Done, 1)),
    ]);
    let merged = merge(&before, &mine, &theirs);
    assert_eq!(
        merged,
        with(&[("a", record(State::Done, 8)), ("b", record(State::Done, 1))])
    );
}

#[test]
fn a_renamed_exercise_does_not_come_back_under_its_old_name() {
    let before = with(&[("old", record(State::Done, 2))]);
    let mine = with(&[("new", record(State::Done, 2))]);
    let mut theirs = before.clone();
    theirs.welcomed = true;
    let merged = merge(&before, &mine, &theirs);
    assert_eq!(merged.exercises, mine.exercises);
}

#[test]
fn a_deliberate_step_back_holds_unless_the_other_went_on() {
    let before = with(&[("a", record(State::Done, 1))]);
    let mine = with(&[("a", record(State::Todo, 1))]);
    let mut theirs = with(&[("a", record(State::Done, 1))]);
    theirs.welcomed = true;
    assert_eq!(
        merge(&before, &mine, &theirs).exercises["a"].state,
        State::Todo
    );
}

fn any_record() -> impl Strategy<Value = Record> {
    let state = prop_oneof![Just(State::Todo), Just(State::Done), Just(State::Skipped)];
    let met =
        (any::<u32>(), 0..=i64::MAX as u64).prop_map(|(times, seconds)| Met { times, seconds });
    let done = (option::of(0..=300_000_000_000u64), option::of(".{0,6}"));
    let lists = (
        vec(any::<u8>(), 0..3),
        btree_map("E[0-9]{4}|.{0,3}", met, 0..3),
        vec((0..=300_000_000_000u64, any::<bool>()), 0..3),
    );
    let facts = (
        any::<u32>(),
        0..=i64::MAX as u64,
        any::<u8>(),
        any::<bool>(),
    );
    (state, facts, done, lists).prop_map(|(state, facts, done, lists)| Record {
        state,
        attempts: facts.0,
        seconds: facts.1,
        hint: facts.2,
        solution_seen: facts.3,
        done_at: done.0,
        hash_when_done: done.1,
        answers: lists.0,
        errors_met: lists.1,
        reviews: lists.2,
    })
}

fn any_progress() -> impl Strategy<Value = Progress> {
    let exercises = btree_map("[a-c]|[a-z_]{1,5}|\\PC{0,3}", any_record(), 0..5);
    let here = option::of("\\PC{0,5}");
    (
        ".{0,4}",
        here,
        exercises,
        vec("[a-c]|.{0,4}", 0..3),
        any::<bool>(),
    )
        .prop_map(
            |(course, here, exercises, cards_shown, welcomed)| Progress {
                course,
                here,
                exercises,
                cards_shown,
                welcomed,
            },
        )
}

fn done(progress: &Progress) -> impl Iterator<Item = &String> {
    let done = progress
        .exercises
        .iter()
        .filter(|(_, record)| record.state == State::Done);
    done.map(|(id, _)| id)
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(progress in any_progress()) {
        prop_assert_eq!(read(fresh(&progress).as_bytes()), Ok(progress));
    }

    #[test]
    fn a_rewrite_says_the_new_thing_and_keeps_the_strange_one(first in any_progress(), second in any_progress(), windows in any::<bool>()) {
        let mut text = format!("{}\n[elsewhere]\nkept = 'yes' # mine\n", fresh(&first));
        if windows {
            text = text.replace('\n', "\r\n");
        }
        let new = write(&second, Some(text.as_bytes())).expect("it is progress");
        prop_assert!(new.contains("kept = 'yes' # mine"));
        prop_assert_eq!(read(new.as_bytes()), Ok(second));
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in vec(any::<u8>(), 0..64)) {
        let _ = read(&bytes);
        let _ = write(&Progress::default(), Some(&bytes));
    }

    #[test]
    fn no_cut_or_change_makes_it_panic(from in 0usize..600, length in 0usize..30, put in "[\\[\\]{}='\",\n\r a-z0-9]{0,6}") {
        let text = fresh(&some_progress());
        let from = from.min(text.len());
        let bytes = [&text.as_bytes()[..from], put.as_bytes(), &text.as_bytes()[(from + length).min(text.len())..]].concat();
        if let Ok(progress) = read(&bytes) {
            let again = write(&progress, Some(&bytes)).expect("it was read");
            prop_assert_eq!(read(again.as_bytes()), Ok(progress));
        }
    }

    #[test]
    fn nothing_new_that_anyone_has_done_is_lost(before in any_progress(), mine in any_progress(), theirs in any_progress()) {
        let merged = merge(&before, &mine, &theirs);
        for side in [&mine, &theirs] {
            for id in done(side).filter(|id| before.exercises.get(*id).is_none_or(|old| old.state != State::Done)) {
                prop_assert_eq!(merged.exercises[id].state, State::Done);
            }
        }
    }

    #[test]
    fn alone_my_changes_are_all_there_is(before in any_progress(), after in any_progress()) {
        prop_assert_eq!(&merge(&before, &after, &before), &after);
        prop_assert_eq!(&merge(&before, &before, &after), &after);
    }

    #[test]
    fn attempts_add_up(old in 0u32..1000, mine in 0u32..1000, theirs in 0u32..1000) {
        let of = |attempts| with(&[("a", record(State::Todo, attempts))]);
        let merged = merge(&of(old), &of(old + mine), &of(old + theirs));
        prop_assert_eq!(merged.exercises["a"].attempts, old + mine + theirs);
    }
}
