//! The number of a new exercise, and those of the ones behind it, where there is no gap.

use super::{Refusal, Renumbered};
use crate::course::fault::quoted;
use crate::course::model::{Course, Exercise};
use crate::course::names::numbered;

/// Where in its chapter a new exercise stands.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) number: u32,
    /// `02_lend_it`
    pub(super) name: String,
    /// The exercise before it.
    pub(super) after: Option<usize>,
    /// In the order of the chapter.
    pub(super) renumbered: Vec<Renumbered>,
}

impl Spot {
    /// Behind the exercise `after`, else at the end of the chapter.
    pub(super) fn find(
        course: &Course,
        chapter: Option<usize>,
        after: Option<usize>,
        slug: &str,
    ) -> Result<Spot, Refusal> {
        let all = course.exercises.iter().enumerate();
        let own: Vec<usize> = all
            .filter(|(_, exercise)| Some(exercise.chapter) == chapter)
            .map(|(index, _)| index)
            .collect();
        let place = match after {
            None => own.len(),
            Some(after) => match own.iter().position(|index| *index == after) {
                Some(place) => place + 1,
                None => return Err(elsewhere(course, after)),
            },
        };
        let before = place.checked_sub(1).map(|place| own[place]);
        let (number, width) = before.map_or((1, 2), |index| {
            let exercise = &course.exercises[index];
            (exercise.number + 1, digits(&exercise.name))
        });
        let behind = own[place..].iter().map(|index| &course.exercises[*index]);
        let renumbered = make_room(number, behind);
        let spot = Spot {
            number,
            name: format!("{number:0width$}_{slug}"),
            after: before,
            renumbered,
        };
        spot.names_fit()?;
        Ok(spot)
    }

    fn names_fit(&self) -> Result<(), Refusal> {
        let new = self.renumbered.iter().map(|renumbered| &renumbered.to);
        for name in new.chain([&self.name]) {
            if let Err(why) = numbered(name) {
                let what = format!("with its number the name {} {why}", quoted(name));
                let remedy = "choose a shorter name or another place";
                return Err(Refusal::trouble(what, remedy));
            }
        }
        Ok(())
    }
}

/// Each one takes the next number, until one has room.
fn make_room<'e>(mut taken: u32, behind: impl Iterator<Item = &'e Exercise>) -> Vec<Renumbered> {
    let mut renumbered = Vec::new();
    for exercise in behind {
        if exercise.number > taken {
            break;
        }
        taken += 1;
        let width = digits(&exercise.name);
        renumbered.push(Renumbered {
            from: exercise.name.clone(),
            to: format!("{taken:0width$}_{}", exercise.id),
        });
    }
    renumbered
}

fn digits(name: &str) -> usize {
    name.bytes().take_while(u8::is_ascii_digit).count()
}

fn elsewhere(course: &Course, after: usize) -> Refusal {
    let exercise = &course.exercises[after];
    let dir = &course.chapter_of(exercise).dir;
    let what = format!(
        "{} stands in another chapter, {}",
        quoted(&exercise.id),
        quoted(dir)
    );
    Refusal::trouble(
        what,
        "name an exercise of the chapter that the new one belongs to",
    )
}
