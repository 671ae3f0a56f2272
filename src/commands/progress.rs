//! `tutor progress`: what is done so far, as lines or as a picture.

use std::path::Path;

use super::desk::Desk;
use super::exit::Exit;
use super::stop::Stop;
use super::store;
use crate::cli;
use crate::session::calendar;
use crate::session::summary::{Summary, summary};
use crate::system::files::{self, ReadTrouble};
use crate::view::errand;
use crate::view::progress::{self, WEEKS};

pub fn run(desk: &Desk, args: &cli::Progress) -> anyhow::Result<Exit> {
    let (place, store) = store::open(desk)?;
    let today = calendar::day(desk.now);
    let summary = summary(&place.course, store.progress(), today, WEEKS);
    match &args.svg {
        None => desk.say(&progress::lines(&summary, desk.width()))?,
        Some(file) => draw(desk, &summary, file)?,
    }
    Ok(Exit::Passed)
}

/// A picture may be drawn again and again; nothing else is written over.
fn draw(desk: &Desk, summary: &Summary, file: &Path) -> anyhow::Result<()> {
    let path = desk.here.join(file);
    let shown = desk.shown(&path);
    let may_be_replaced = match files::read_bounded(&path, MOST) {
        Err(ReadTrouble::Missing) => true,
        Ok(text) => text.is_empty() || progress::is_picture(&text),
        Err(_) => false,
    };
    if !may_be_replaced {
        return Err(Stop::new(Exit::Usage, errand::is_no_picture(&shown)).into());
    }
    let text = progress::svg(summary);
    files::write_atomic(&path, text.as_bytes())
        .map_err(|trouble| Stop::new(Exit::Broken, errand::not_written(&shown, &trouble.why)))?;
    desk.advise(&errand::drawn(&shown))
}

/// A picture of ours is some tens of kilobytes.
const MOST: u64 = 4 << 20;
