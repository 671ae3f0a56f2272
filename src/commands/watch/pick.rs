//! `tutor list` in a terminal: the list of a sitting, without the sitting.

use std::sync::mpsc;

use super::super::desk::Desk;
use super::super::place::Place;
use super::material;
use super::surface::Surface;
use super::table::Message;
use crate::session::event::{Effect, Event, Key};
use crate::session::progress::Progress;
use crate::session::sitting::{Overlay, Sitting};
use crate::system::clock;
use crate::system::terminal::Input;
use crate::view::sitting::Surroundings;

/// What somebody did with the list.
pub enum Picked {
    /// Go to this exercise.
    Exercise(usize),
    /// Looked, and closed it.
    Nothing,
    Interrupted,
}

/// Shows the list of these exercises until one is chosen or it is closed. Changes nothing.
pub fn pick(
    desk: &Desk,
    place: &Place,
    progress: &Progress,
    path: Vec<usize>,
) -> anyhow::Result<Picked> {
    let material = material::gather(place, path, false);
    let mut sitting = Sitting::new(material, progress.clone());
    sitting.handle(Event::Key(Key::Char('l')), desk.now);
    let (send, inbox) = mpsc::channel();
    let mut surface = Surface::open(desk, send)?;
    loop {
        surface.show(&sitting, &Surroundings::default(), &place.root)?;
        match inbox.recv() {
            Ok(Message::Input(Input::Key(Key::Leave) | Input::Interrupted)) => {
                return Ok(Picked::Interrupted);
            }
            Ok(Message::Input(Input::Key(key))) => {
                let effects = sitting.handle(Event::Key(key), clock::now());
                if let Some(picked) = picked(&sitting, &effects) {
                    return Ok(picked);
                }
            }
            Ok(Message::Input(Input::Redraw)) => surface.forget(),
            Ok(Message::Input(Input::Ended)) | Err(_) => return Ok(Picked::Nothing),
            Ok(_) => {}
        }
    }
}

fn picked(sitting: &Sitting, effects: &[Effect]) -> Option<Picked> {
    let entered = effects.iter().find_map(|effect| match effect {
        Effect::Enter { exercise } => Some(Picked::Exercise(*exercise)),
        _ => None,
    });
    let closed = !matches!(sitting.overlay(), Some(Overlay::List(_)));
    entered.or(closed.then_some(Picked::Nothing))
}
