//! What holds for any progress and any bytes.

use std::collections::BTreeMap;

use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;

use super::tests::{fresh, some_progress};
use super::*;
use crate::session::progress::{Met, Progress, Record, State};

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
        let of = |attempts| {
            let record = Record { attempts, ..Record::default() };
            let exercises = BTreeMap::from([("a".to_owned(), record)]);
            Progress { exercises, ..Progress::default() }
        };
        let merged = merge(&of(old), &of(old + mine), &of(old + theirs));
        prop_assert_eq!(merged.exercises["a"].attempts, old + mine + theirs);
    }
}
