//! `tutor watch`: the sitting. Saves, keys and finished checks come through one channel; [`crate::session`] says what they
//! mean, and what is to be done is done here.

mod answer;
mod effects;
mod material;
mod surface;
mod table;

use std::sync::mpsc;
use std::thread;

use super::desk::Desk;
use super::exit::Exit;
use super::store;
use super::{first_sight, list};
use crate::cli::Watch;
use crate::session::sitting::Sitting;
use crate::system::process::Cancel;
use answer::Bench;
use surface::Surface;
use table::Table;

pub fn run(desk: &Desk, args: &Watch) -> anyhow::Result<Exit> {
    let (place, store) = store::open(desk)?;
    let path = list::on_track(&place.course, args.track.as_deref())?;
    let bench = Bench::open(&place, &Cancel::new())?;
    // Without a copy only `reset` is less able, and it says so.
    let _ = first_sight::keep(&place, store.progress());
    let material = material::gather(&place, path, args.auto_next);
    let sitting = Sitting::new(material, store.progress().clone());
    let (send, inbox) = mpsc::channel();
    let surface = Surface::open(desk, send.clone())?;
    thread::scope(|scope| {
        let table = Table {
            desk,
            place: &place,
            bench: &bench,
            scope,
            send,
            inbox,
            store,
            sitting,
            surface,
            running: None,
            told: Vec::new(),
        };
        table.run()
    })
}
