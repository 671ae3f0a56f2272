//! The screens of a sitting, made from its state.

mod card;
mod done;
mod header;
mod list;
mod overlays;
mod review;
mod said;
mod trouble;
mod working;

use super::glyphs::Charset;
use super::layout::{Size, layout};
use super::screen::Screen;
use super::text::Line;
use crate::session::sitting::{Overlay, Sitting};

pub(super) use list::all as all_rows;
pub(super) use review::in_days;
pub(super) use said::step;
pub use said::{folder_gone, goodbye, looking_every};
pub(super) use trouble::verdict_told;
pub(super) use working::{notice, notice_words};

/// The window as it is to be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    pub lines: Vec<Line>,
    /// Pages that the screen has in this window.
    pub pages: usize,
}

/// What of its surroundings a screen tells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Surroundings {
    /// How the files are watched, where that is not as usual: `looking every 0.5 s`.
    pub watching: Option<String>,
}

/// What is in the window now.
pub fn draw(sitting: &Sitting, surroundings: &Surroundings, size: Size, charset: Charset) -> Drawn {
    if let Some(Overlay::List(list)) = sitting.overlay() {
        return Drawn {
            lines: list::draw(sitting, list, size, charset),
            pages: 1,
        };
    }
    let mut screen = screen(sitting, surroundings);
    let mut laid = layout(&screen, size, charset);
    let newest_is_last = sitting.overlay() == Some(&Overlay::Hints) && !sitting.hints().keyed_last;
    if newest_is_last && laid.pages.len() > 1 {
        // The newest hint is what was asked for; those before it stand on the pages below.
        screen.blocks.reverse();
        laid = layout(&screen, size, charset);
    }
    let pages = laid.pages.len();
    // What is read over the exercise's screen is read from its beginning.
    let first = sitting.overlay().map_or(laid.first, |_| 0);
    let shown = (first + sitting.page()) % pages;
    Drawn {
        lines: laid.pages.swap_remove(shown),
        pages,
    }
}

/// The screen before it is known how large the window is; for the list, all that it has to say.
pub fn screen(sitting: &Sitting, surroundings: &Surroundings) -> Screen {
    let mut screen = match sitting.overlay() {
        Some(overlay) => overlays::screen(sitting, overlay),
        None => working::screen(sitting),
    };
    if let Some(remark) = sitting.remarked() {
        screen.blocks.push(working::note(said::remark(remark)));
    }
    if let Some(watching) = &surroundings.watching {
        screen.right = match screen.right.as_str() {
            "" => watching.clone(),
            took => format!("{watching}   {took}"),
        };
    }
    screen
}
