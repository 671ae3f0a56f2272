//! Two processes wrote the same progress: what both have done is kept.

use std::collections::{BTreeMap, BTreeSet};

use crate::session::progress::{Met, Progress, Record, State};

/// Puts this process' changes (from `before` to `after`) upon `theirs`, which is what the file holds now.
///
/// Nothing that either has done is lost; attempts and seconds add up; where both changed the same thing, the
/// further state and the later moment hold. Undoing something holds only if the other did not touch it.
pub fn merge(before: &Progress, after: &Progress, theirs: &Progress) -> Progress {
    if before == theirs {
        return after.clone();
    }
    if before == after {
        return theirs.clone();
    }
    Progress {
        course: after.course.clone(),
        here: three_way(&before.here, &after.here, &theirs.here, |mine, _| mine),
        exercises: exercises(&before.exercises, &after.exercises, &theirs.exercises),
        cards_shown: all_of(&theirs.cards_shown, &after.cards_shown),
        welcomed: after.welcomed || theirs.welcomed,
    }
}

/// The side that changed; if both did, what `both` says of mine and theirs.
fn three_way<T: Clone + PartialEq>(
    before: &T,
    mine: &T,
    theirs: &T,
    both: impl Fn(T, T) -> T,
) -> T {
    if mine == before {
        theirs.clone()
    } else if theirs == before {
        mine.clone()
    } else {
        both(mine.clone(), theirs.clone())
    }
}

type Records = BTreeMap<String, Record>;

fn exercises(before: &Records, after: &Records, theirs: &Records) -> Records {
    let ids: BTreeSet<&String> = after.keys().chain(theirs.keys()).collect();
    let none = Record::default();
    let mut merged = Records::new();
    for id in ids {
        let old = before.get(id);
        let kept = match (after.get(id), theirs.get(id)) {
            // Taken out by one of us, and not changed by the other: it stays out.
            (Some(kept), None) | (None, Some(kept)) if Some(kept) == old => continue,
            (Some(kept), None) | (None, Some(kept)) => kept.clone(),
            (Some(mine), Some(theirs)) => record(old.unwrap_or(&none), mine, theirs),
            (None, None) => continue,
        };
        merged.insert(id.clone(), kept);
    }
    merged
}

fn record(before: &Record, mine: &Record, theirs: &Record) -> Record {
    let further = |a: State, b: State| if rank(a) >= rank(b) { a } else { b };
    let longer = |a: Vec<u8>, b: Vec<u8>| if a.len() >= b.len() { a } else { b };
    let done = |record: &Record| (record.done_at, record.hash_when_done.clone());
    let (done_at, hash_when_done) = three_way(&done(before), &done(mine), &done(theirs), Ord::max);
    Record {
        state: three_way(&before.state, &mine.state, &theirs.state, further),
        attempts: grown(before.attempts, mine.attempts, theirs.attempts),
        seconds: grown(before.seconds, mine.seconds, theirs.seconds),
        hint: mine.hint.max(theirs.hint),
        solution_seen: mine.solution_seen || theirs.solution_seen,
        done_at,
        hash_when_done,
        answers: three_way(&before.answers, &mine.answers, &theirs.answers, longer),
        errors_met: errors_met(&before.errors_met, &mine.errors_met, &theirs.errors_met),
        reviews: reviews(before, mine, theirs),
    }
}

fn rank(state: State) -> u8 {
    match state {
        State::Todo => 0,
        State::Skipped => 1,
        State::Done => 2,
    }
}

/// Theirs, and what I added since we were the same.
fn grown<N>(before: N, mine: N, theirs: N) -> N
where
    N: Copy + Into<u64> + TryFrom<u64> + Ord,
{
    let added = mine.into().saturating_sub(before.into());
    N::try_from(theirs.into().saturating_add(added)).unwrap_or(theirs.max(mine))
}

fn errors_met(
    before: &BTreeMap<String, Met>,
    mine: &BTreeMap<String, Met>,
    theirs: &BTreeMap<String, Met>,
) -> BTreeMap<String, Met> {
    let mut merged = theirs.clone();
    for (code, mine) in mine {
        let old = before.get(code).copied().unwrap_or_default();
        let their = theirs.get(code).copied().unwrap_or_default();
        let met = Met {
            times: grown(old.times, mine.times, their.times),
            seconds: grown(old.seconds, mine.seconds, their.seconds),
        };
        merged.insert(code.clone(), met);
    }
    merged
}

/// All reviews in the order of time. The same review, known to both, stands once.
fn reviews(before: &Record, mine: &Record, theirs: &Record) -> Vec<(u64, bool)> {
    let mut all = theirs.reviews.clone();
    let new = mine
        .reviews
        .iter()
        .filter(|review| !before.reviews.contains(review));
    all.extend(new.copied());
    all.sort_by_key(|(at, _)| *at);
    all
}

fn all_of(first: &[String], second: &[String]) -> Vec<String> {
    let more = second.iter().filter(|name| !first.contains(name));
    first.iter().chain(more).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
