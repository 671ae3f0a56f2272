//! `tutor explain`: an error code in rustc's own words, as text that can be read.

use super::arrive::named;
use super::consent;
use super::desk::Desk;
use super::exit::Exit;
use super::place::{self, Place};
use super::stop::Stop;
use super::store;
use crate::cli::Explain;
use crate::course::model::{Exercise, Start};
use crate::system::{environment, toolchain};
use crate::view::{errand, markdown};

pub fn run(desk: &Desk, args: &Explain) -> anyhow::Result<Exit> {
    let code = match &args.code {
        Some(word) => {
            code_of(word).ok_or_else(|| Stop::new(Exit::Usage, errand::no_such_code(word)))?
        }
        None => of_the_current_exercise(desk)?,
    };
    let folder = consent::toolchain_folder(desk, place::open(desk).ok().as_ref());
    let toolchain = toolchain::find(&environment::variable, &folder).map_err(Stop::broken)?;
    let Ok(text) = toolchain::explain(&toolchain, &code, &folder) else {
        return Err(Stop::new(Exit::Usage, errand::no_such_code(&code)).into());
    };
    desk.say(&errand::explained(
        &code,
        markdown::lines(&text, desk.width()),
    ))?;
    Ok(Exit::Passed)
}

/// `E0382` of `e0382` and `382`.
fn code_of(word: &str) -> Option<String> {
    let digits = word.trim_start_matches(['E', 'e']);
    let number: u16 = digits.parse().ok().filter(|number| *number < 10_000)?;
    Some(format!("E{number:04}"))
}

fn of_the_current_exercise(desk: &Desk) -> anyhow::Result<String> {
    let (place, store) = store::open(desk)?;
    let index = place.current(store.progress());
    let code = about(&place, index);
    let nothing = || {
        Stop::new(
            Exit::Usage,
            errand::about_no_code(&named(desk, &place, index).borrowed()),
        )
    };
    Ok(code.ok_or_else(nothing)?)
}

/// The first error code that the exercise declares.
fn about(place: &Place, exercise: usize) -> Option<String> {
    let exercise: &Exercise = &place.course.exercises[exercise];
    let starts = exercise.starts.iter().flatten();
    let declared = starts.filter_map(|start| match start {
        Start::Error { any_of, .. } => Some(any_of.as_slice()),
        _ => None,
    });
    let wanted = exercise
        .expect
        .iter()
        .map(|target| target.any_of.as_slice());
    declared
        .chain(wanted)
        .flatten()
        .find_map(|code| code_of(code).filter(|_| code.starts_with('E')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_may_be_written_short() {
        for word in ["E0382", "e0382", "382", "0382", "e382"] {
            assert_eq!(code_of(word).as_deref(), Some("E0382"), "{word}");
        }
        for word in ["", "E", "clippy::ptr_arg", "E038x", "E99999"] {
            assert_eq!(code_of(word), None, "{word}");
        }
    }
}
