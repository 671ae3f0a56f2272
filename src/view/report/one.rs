//! The verdict on one exercise, as a block of text: the sitting's words, with commands in the place of its keys.

use super::super::count::seconds;
use super::super::glyphs::Charset;
use super::super::layout;
use super::super::screen::{Block, Header, Row, Says, Screen, Word};
use super::super::sitting;
use super::super::text::{Line, Role};
use super::super::told::Told;
use super::Entry;
use crate::check::verdict::{Checked, FileTrouble, Reason, Verdict};
use crate::session::progress::State;
use crate::session::step::step;

/// The exercise and the verdict on it, with what it was found from. Nothing of an exercise that was not checked.
pub fn verdict(entry: &Entry<'_>, width: usize, charset: Charset) -> Vec<Line> {
    let told = entry.checked.map(|checked| told(entry, checked));
    told.map_or_else(Vec::new, |told| block(entry, told, width, charset))
}

/// The same as the answer to a command: how it relates to the exercise, and which command comes next. `released` is
/// where our solution lies now, if the exercise was just done.
pub fn one(entry: &Entry<'_>, released: Option<&str>, width: usize, charset: Charset) -> Vec<Line> {
    let Some(checked) = entry.checked else {
        return Vec::new();
    };
    let mut told = told(entry, checked);
    match &checked.verdict {
        Verdict::Passed => passed(&mut told, entry, released),
        Verdict::NotYet(reasons) => not_yet(&mut told, entry, checked, reasons),
        Verdict::Unclear { .. } => told.next = vec![Line::plain(UNCLEAR)],
        Verdict::Skipped { .. } => told.next = vec![Line::plain(MISSING)],
        Verdict::Broken(_) => {}
    }
    let notices = checked.evidence.notices.iter();
    told.blocks.extend(notices.map(sitting::notice));
    let mut lines = block(entry, told, width, charset);
    let took = format!("   {}", seconds(entry.took()));
    if let Some(head) = lines.first_mut() {
        *head = std::mem::take(head).and(took, Role::Quiet);
    }
    lines.insert(1, Line::default());
    lines
}

const UNCLEAR: &str = "Try once more. If it stays so, please report it with what you see here.";
const MISSING: &str = "Try again when it is there, or go on without it: `tutor next`.";

fn told(entry: &Entry<'_>, checked: &Checked) -> Told {
    sitting::verdict_told(&checked.verdict, &entry.facts(checked))
}

fn block(entry: &Entry<'_>, told: Told, width: usize, charset: Charset) -> Vec<Line> {
    let number = format!(" {}  ", entry.padded_number());
    let screen = Screen {
        header: Header {
            left: Line::plain(number).and(entry.title, Role::Strong),
            right: Vec::new(),
        },
        says: Some(Says {
            word: told.word,
            sentences: told.sentences,
        }),
        blocks: told.blocks,
        next: told.next,
        ..Screen::default()
    };
    layout::flow(&screen, width, charset)
}

fn passed(told: &mut Told, entry: &Entry<'_>, released: Option<&str>) {
    if let Some(path) = released {
        let words = Line::plain("Our solution is in  ").and(path, Role::Path);
        told.blocks.push(Block::of([Row::line(words)]));
    }
    let next = "`tutor next` goes on to the next exercise that is not done.";
    if entry.is_current {
        told.next = vec![Line::plain(next)];
    }
}

fn not_yet(told: &mut Told, entry: &Entry<'_>, checked: &Checked, reasons: &[Reason]) {
    if told.sentences.len() == 1 {
        let relation = match entry.state {
            State::Done => {
                Some("You have done this exercise already, and that stays so.".to_owned())
            }
            _ => step(checked, None, entry.index).map(sitting::step),
        };
        told.sentences.extend(relation);
    }
    let id = &entry.exercise().id;
    match reasons.first() {
        Some(Reason::File(trouble)) => {
            let next = begin_anew(trouble, id).map(Line::plain);
            told.next = next.map_or_else(|| std::mem::take(&mut told.next), |next| vec![next]);
        }
        _ if told.word == Word::Predict || entry.exercise().hints.is_empty() => {}
        _ => {
            let hint = format!("Stuck? `tutor hint {id}`: the first hint is a question.");
            told.next.truncate(1);
            told.next.push(Line::plain(hint));
        }
    }
}

/// What to do about a file that is none, where a sitting would name a key.
fn begin_anew(trouble: &FileTrouble, id: &str) -> Option<String> {
    let before = match trouble {
        FileTrouble::Missing { .. } => "Put it back where it was",
        FileTrouble::Empty { .. } => "Save your text again in your editor",
        FileTrouble::TooLarge { .. } => "Look whether something was pasted into it",
        FileTrouble::NotUtf8 { .. } | FileTrouble::Unbalanced { .. } => return None,
    };
    Some(format!(
        "{before}, or let it begin anew: `tutor reset {id}`."
    ))
}
