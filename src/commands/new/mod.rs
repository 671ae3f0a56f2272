//! `tutor new`: begins an exercise in a course that is there, or a whole course.

mod course;
mod exercise;
mod write;

use super::desk::Desk;
use super::exit::Exit;
use super::stop::Stop;
use crate::cli::New;
use crate::view::scaffold;

pub fn run(desk: &Desk, args: &New) -> anyhow::Result<Exit> {
    match (&args.exercise, args.kind, &desk.globals.course) {
        (Some(word), Some(kind), _) => exercise::run(desk, word, kind, args.after.as_deref()),
        (_, _, Some(dir)) => course::run(desk, dir),
        _ => Err(Stop::new(Exit::Usage, scaffold::nothing_named()).into()),
    }
}
