//! Which exercises to look at: by name, by track, all of them, or one part of several.

use std::collections::HashSet;

use crate::cli::{Check, Partition};
use crate::commands::exit::Exit;
use crate::commands::list;
use crate::commands::place::Place;
use crate::commands::stop::Stop;
use crate::course::model::Course;
use crate::course::select::select;
use crate::session::progress::Progress;
use crate::view::text::Line;

/// In the order of the course; of a learner's own folder.
pub(super) fn exercises(
    place: &Place,
    progress: &Progress,
    args: &Check,
) -> Result<Vec<usize>, Stop> {
    if args.exercises.is_empty() && !is_survey(args) {
        return Ok(vec![place.current(progress)]);
    }
    let chosen = named_or_all(&place.course, args)?;
    Ok(part(chosen, args.partition))
}

/// Those that are named, or all, as far as they are on the track.
pub(super) fn named_or_all(course: &Course, args: &Check) -> Result<Vec<usize>, Stop> {
    let on_track = list::on_track(course, args.track.as_deref())?;
    if args.exercises.is_empty() {
        return Ok(on_track);
    }
    let named = select(course, &args.exercises).map_err(|errors| {
        let lines = errors.iter().map(|error| Line::plain(error.to_string()));
        Stop::new(Exit::Usage, lines.collect())
    })?;
    let on_track: HashSet<usize> = on_track.into_iter().collect();
    Ok(named
        .into_iter()
        .filter(|index| on_track.contains(index))
        .collect())
}

/// Not the current exercise, and none that somebody has named: progress is written only if that is asked for.
pub(super) fn is_survey(args: &Check) -> bool {
    let whole = args.all || args.track.is_some() || args.partition.is_some();
    whole && args.exercises.is_empty()
}

/// Every item belongs to exactly one of the parts, whoever looks: by its place alone.
pub(super) fn part<T>(items: Vec<T>, partition: Option<Partition>) -> Vec<T> {
    let Some(Partition { index, of }) = partition else {
        return items;
    };
    let items = items.into_iter().skip(index - 1);
    items.step_by(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_together_are_the_whole_and_no_larger_than_needed() {
        for count in 0..20_usize {
            for of in 1..6 {
                let parts: Vec<Vec<usize>> = (1..=of)
                    .map(|index| part((0..count).collect(), Some(Partition { index, of })))
                    .collect();
                let mut all = parts.concat();
                all.sort_unstable();
                assert_eq!(all, Vec::from_iter(0..count));
                assert!(parts.iter().all(|part| part.len() <= count.div_ceil(of)));
            }
        }
    }
}
