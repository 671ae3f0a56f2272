//! Which exercises are proved: all of them, those that were named, a part of them.

use super::survey::Survey;
use crate::cli::Verify;
use crate::commands::exit::Exit;
use crate::commands::stop::Stop;
use crate::course::model::Course;
use crate::course::select::select;
use crate::verify::report::Notice;
use crate::view::findings;

/// Indices into the course, in its order.
pub(super) struct Chosen {
    pub(super) exercises: Vec<usize>,
    /// Whether what belongs to no exercise is looked at too.
    pub(super) course_wide: bool,
    pub(super) notices: Vec<Notice>,
}

impl Chosen {
    /// Stops, with [`Exit::Usage`], at words that mean no exercise.
    pub(super) fn of(survey: &Survey, course: &Course, args: &Verify) -> Result<Chosen, Stop> {
        let mut notices = Vec::new();
        let mut exercises: Vec<usize> = match args.exercises.as_slice() {
            [] => (0..course.exercises.len()).collect(),
            words => select(course, words)
                .map_err(|errors| Stop::new(Exit::Usage, findings::told_of_words(&errors)))?,
        };
        if survey.has_faults() {
            let all = exercises.len();
            exercises.retain(|index| survey.is_readable(course, *index));
            if exercises.len() < all {
                let exercises = all - exercises.len();
                notices.push(Notice::NotProved { exercises });
            }
        }
        let course_wide = args.exercises.is_empty();
        Ok(Chosen {
            exercises,
            course_wide,
            notices,
        })
    }
}
