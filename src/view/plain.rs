//! A sitting where nothing can be redrawn: in a pipe, for a screen reader, in a terminal that knows no escapes. What is
//! new is appended as a block of plain lines.

use super::glyphs::Charset;
use super::layout::flow;
use super::screen::Screen;
use super::sitting::{Surroundings, screen};
use super::text::{Line, Role};
use crate::session::sitting::{Face, Overlay, Sitting};

/// What to append now; `None` while a check runs. `goal`: whether to tell what the exercise is about, as for the first
/// time.
pub fn block(
    sitting: &Sitting,
    surroundings: &Surroundings,
    width: usize,
    charset: Charset,
    goal: bool,
) -> Option<Vec<Line>> {
    let covered = sitting.overlay().is_some();
    if !covered && matches!(sitting.face(), Face::Looking { .. } | Face::Nothing) {
        return None;
    }
    if let Some(Overlay::List(list)) = sitting.overlay() {
        return Some(super::sitting::all_rows(sitting, list));
    }
    let mut screen = screen(sitting, surroundings);
    if !covered && (sitting.asked().is_some() || sitting.remarked().is_some()) && !goal {
        return Some(said(screen, sitting, width, charset));
    }
    if !goal {
        screen.goal.clear();
    }
    Some(lines(&screen, width, charset))
}

/// How the files are watched, where that is not as usual: a window has a place for it, here it is a line of its own.
pub fn watching(words: &str) -> Line {
    Line::of(format!(" Watching: {words}."), Role::Quiet)
}

/// Only what was said or asked since: everything else stands above.
fn said(screen: Screen, sitting: &Sitting, width: usize, charset: Charset) -> Vec<Line> {
    let note = sitting.remarked().and(screen.blocks.last().cloned());
    let short = Screen {
        next: sitting
            .asked()
            .map_or_else(Vec::new, |_| screen.next.clone()),
        blocks: note.into_iter().collect(),
        header: screen.header,
        ..Screen::default()
    };
    flow(&short, width, charset)
}

/// A screen as lines: where it is, what it says, and which words may be typed.
pub fn lines(screen: &Screen, width: usize, charset: Charset) -> Vec<Line> {
    let mut lines = flow(screen, width, charset);
    if let (Some(head), Some(right)) = (
        lines.first_mut(),
        screen.header.right.get(1).or(screen.header.right.first()),
    ) {
        let parts = right
            .split("  ")
            .map(str::trim)
            .filter(|part| !part.is_empty());
        let words = parts.collect::<Vec<_>>().join("; ");
        *head = std::mem::take(head).and(format!("  ({words})"), Role::Quiet);
    }
    let keys = screen.keys.iter().filter(|key| key.press != "Esc");
    let words: Vec<String> = keys
        .map(|key| format!("{} {}", key.press, key.does))
        .collect();
    if !words.is_empty() {
        lines.push(Line::default());
        lines.push(Line::of(
            format!(" Keys: {}", words.join(", ")),
            Role::Quiet,
        ));
    }
    lines
}
