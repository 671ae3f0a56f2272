//! `tutor go`: to the exercise that a word means.

use super::arrive;
use super::desk::Desk;
use super::exit::Exit;
use super::store;
use crate::cli::Go;

pub fn run(desk: &Desk, args: &Go) -> anyhow::Result<Exit> {
    let (place, mut store) = store::open(desk)?;
    let exercise = place.select(&args.exercise)?;
    arrive::at(desk, &place, &mut store, exercise, |_| ())?;
    Ok(Exit::Passed)
}
