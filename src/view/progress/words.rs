//! The words that text and picture have in common.

use crate::session::calendar;
use crate::session::summary::{Met, Part, Summary, Totals, Week};
use crate::view::codes;
use crate::view::count::{counted, grouped};
use crate::view::listing::duration;

/// `3 of 8`, and what was skipped.
pub(super) fn counts(part: &Part) -> String {
    match part.skipped {
        0 => format!("{} of {}", part.done, part.exercises),
        skipped => format!("{} of {}, {skipped} skipped", part.done, part.exercises),
    }
}

/// What gets this code, in a few words; empty where the code says it all.
pub(super) fn about(met: &Met) -> &'static str {
    codes::about(&met.code).map_or("", |(words, _)| words)
}

/// How often it was met, and how long it took.
pub(super) fn often(met: &Met) -> (String, String) {
    let each = match met.each() {
        0 => String::new(),
        seconds if seconds < 60 => format!("{seconds} s each"),
        seconds => format!("{} each", duration(seconds)),
    };
    (counted(met.times as usize, "time", "times"), each)
}

/// `14 of 160 done`
pub(super) fn done(totals: &Totals) -> String {
    format!("{} of {} done", totals.done, totals.exercises)
}

/// `3 h 20 min so far`; nothing in the first minute.
pub(super) fn spent(totals: &Totals) -> Option<String> {
    (totals.seconds >= 60).then(|| format!("{} so far", duration(totals.seconds)))
}

/// Saves, hints, solutions and reviews, each a clause; those that never were are left out.
pub(super) fn totals(totals: &Totals) -> Vec<String> {
    let mut clauses = Vec::new();
    let saves = usize::try_from(totals.saves).unwrap_or(usize::MAX);
    let hints = usize::try_from(totals.hints).unwrap_or(usize::MAX);
    if saves > 0 {
        clauses.push(format!("{} checked", counted(saves, "save", "saves")));
    }
    if hints > 0 {
        let taken = counted(hints, "hint", "hints");
        let on = counted(totals.hinted, "exercise", "exercises");
        clauses.push(format!("{taken} on {on}"));
    }
    match totals.solutions {
        0 => {}
        1 => clauses.push("1 of our solutions seen before it was earned".to_owned()),
        many => clauses.push(format!(
            "{many} of our solutions seen before they were earned"
        )),
    }
    if totals.reviews > 0 {
        let reviews = counted(totals.reviews, "review", "reviews");
        clauses.push(format!(
            "{reviews}, {} right",
            grouped(totals.reviews_right as u64)
        ));
    }
    clauses
}

/// `12 exercises done in the last 20 weeks`
pub(super) fn in_the_last(weeks: &[Week]) -> String {
    let done = weeks.iter().flat_map(|week| week.days).flatten().sum();
    let (done, weeks) = (
        counted(done, "exercise", "exercises"),
        counted(weeks.len(), "week", "weeks"),
    );
    format!("{done} done in the last {weeks}")
}

/// One figure for so many, `+` for more than nine.
pub(super) fn figure(done: usize) -> char {
    let digit = u32::try_from(done)
        .ok()
        .and_then(|done| char::from_digit(done, 10));
    digit.unwrap_or('+')
}

/// The name of the month that begins in a week; in the first week, of the one that goes on, if there is room for it.
pub(super) fn month(weeks: &[Week], index: usize) -> Option<&'static str> {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let sunday = |index: usize| Some(calendar::date(weeks.get(index)?.monday + 6));
    let begins = |index: usize| sunday(index).is_some_and(|(_, _, day)| day <= 7);
    let (_, month, _) = sunday(index)?;
    let shown = begins(index) || index == 0 && !begins(1);
    let name = MONTHS.get(usize::try_from(month).ok()?.checked_sub(1)?)?;
    shown.then_some(name)
}

/// Nothing was done, met or asked for yet.
pub(super) fn is_empty(summary: &Summary) -> bool {
    summary.totals.done == 0 && summary.errors.is_empty() && summary.totals.saves == 0
}
