//! The screen of the exercise itself.

use super::super::count::{ordinal, seconds};
use super::super::screen::{Block, Key, Row, Says, Screen, Word};
use super::super::text::{Line, Role};
use super::super::told::{Facts, Told};
use super::{done, header, said, trouble};
use crate::check::verdict::{Notice, Verdict};
use crate::course::model::{Exercise, Kind, Need};
use crate::session::point;
use crate::session::sitting::{Face, Found, Running, Sitting};

pub(super) fn screen(sitting: &Sitting) -> Screen {
    let mut screen = match sitting.face() {
        Face::Looking { running, before } => looking(sitting, running, before),
        Face::Halted => halted(sitting),
        Face::Found(found) => self::found(sitting, found),
        Face::Nothing => bare(sitting, Word::Looking, "Reading the exercise."),
    };
    if let Some(ask) = sitting.asked() {
        screen.next = said::ask(ask).to_vec();
    }
    screen
}

fn found(sitting: &Sitting, found: &Found) -> Screen {
    let told = || trouble::verdict_told(&found.checked.verdict, &facts(sitting, found));
    match &found.checked.verdict {
        Verdict::Passed => done::screen(sitting, found),
        Verdict::NotYet(_) => not_yet(sitting, found, &told()),
        Verdict::Unclear { .. } | Verdict::Broken(_) | Verdict::Skipped { .. } => {
            troubled(sitting, found, told())
        }
    }
}

pub(super) fn facts<'a>(sitting: &'a Sitting, found: &'a Found) -> Facts<'a> {
    Facts {
        exercise: sitting.exercise(),
        place: sitting.here(),
        text: &found.text,
        evidence: &found.checked.evidence,
        tries: sitting.record().attempts as usize,
        choices: &sitting.exercise().choices,
    }
}

fn not_yet(sitting: &Sitting, found: &Found, told: &Told) -> Screen {
    let record = sitting.record();
    let mut sentences = told.sentences.clone();
    if sitting.is_done() {
        sentences.truncate(1);
        sentences.push("You have done this exercise already, and that stays so.".to_owned());
    } else if let Some(step) = found.step.filter(|_| sentences.len() == 1) {
        sentences.push(said::step(step));
    }
    let mut next = told.next.clone();
    let has_hints = !sitting.exercise().hints.is_empty();
    if next.len() == 1 && record.hint == 0 && has_hints && told.word != Word::Predict {
        next.push(stuck());
    }
    Screen {
        header: header::of_exercise(sitting),
        goal: sitting.lesson().goal.clone(),
        says: Some(Says {
            word: told.word,
            sentences,
        }),
        blocks: told.blocks.iter().cloned().chain(notices(found)).collect(),
        next,
        keys: keys(sitting, told),
        right: right(sitting, found, told.word),
    }
}

fn stuck() -> Line {
    Line::plain("Stuck? Press ")
        .and("h", Role::Strong)
        .and(": the first hint is a question.", Role::Plain)
}

fn keys(sitting: &Sitting, told: &Told) -> Vec<Key> {
    let mut keys = vec![Key::new("o", "open file")];
    if !sitting.exercise().hints.is_empty() {
        keys.push(Key::new("h", "hint"));
    }
    keys.extend(
        told.more
            .as_deref()
            .map(|more| Key::new("m", more).or("more")),
    );
    if matches!(sitting.exercise().kind, Kind::Predict | Kind::Trace) && told.word == Word::NotYet {
        keys.push(Key::new("s", "give up and see").or("give up"));
    }
    if told.again {
        keys.push(Key::new("r", "run again"));
    }
    if sitting.reason().and_then(point::code).is_some() {
        keys.push(Key::new("e", "explain"));
    }
    if sitting.is_done() {
        keys.push(Key::new("n", "next"));
    }
    keys.extend([Key::new("?", "all keys").or("keys"), Key::new("q", "quit")]);
    keys
}

/// How long it took; of a prediction, which try it was.
fn right(sitting: &Sitting, found: &Found, word: Word) -> String {
    let tries = sitting.record().attempts as usize;
    match sitting.exercise().kind {
        Kind::Predict | Kind::Trace if word == Word::Predict => String::new(),
        Kind::Predict | Kind::Trace if tries > 0 => format!("{} try", ordinal(tries)),
        _ => seconds(found.checked.evidence.took),
    }
}

/// Told beside the verdict, and no reason to refuse.
pub(super) fn notices(found: &Found) -> Vec<Block> {
    let notices = found.checked.evidence.notices.iter();
    notices.map(notice).collect()
}

pub(in crate::view) fn notice(notice: &Notice) -> Block {
    note(notice_words(notice))
}

pub(in crate::view) fn notice_words(notice: &Notice) -> String {
    let words = match notice {
        Notice::TestsRestored { deleted: true } => {
            "Your file has no tests any more. The course's own were run."
        }
        Notice::TestsRestored { deleted: false } => {
            "The tests in your file were changed. The course's own were run."
        }
        Notice::ProcessesLeft => "Your program left processes running. tutor has ended them.",
        Notice::NoClippy => {
            "clippy is missing on this machine: only the compiler has looked at this."
        }
    };
    words.to_owned()
}

pub(super) fn note(words: String) -> Block {
    let lead = Line::plain(" ").and("Note", Role::Strong);
    Block::of([Row::led(lead, 10, Line::plain(words))])
}

/// A check runs. What was found before stays to be looked at for the moment that it takes.
fn looking(sitting: &Sitting, running: &Running, before: Option<&Found>) -> Screen {
    const LONG_S: u64 = 2;
    let since = sitting.now().saturating_sub(running.since);
    let mut screen = match before {
        Some(found) if since < LONG_S && found.checked.verdict != Verdict::Passed => {
            self::found(sitting, found)
        }
        _ => bare(sitting, Word::Looking, ""),
    };
    let sentence = match since {
        0..LONG_S => "Looking at your file.".to_owned(),
        _ => format!("Looking at your file: for {since} seconds by now. Esc stops it."),
    };
    let mut sentences = vec![sentence];
    if since >= LONG_S {
        sentences.extend(builds(sitting.exercise()));
    }
    if before.is_some() && since < LONG_S {
        sentences.push("What stands below is from before.".to_owned());
    }
    screen.says = Some(Says {
        word: Word::Looking,
        sentences,
    });
    screen.keys.insert(0, Key::new("Esc", "stop"));
    screen
}

/// What may take long, of an exercise that uses crates of others.
fn builds(exercise: &Exercise) -> Option<String> {
    let mut crates = exercise.needs.iter().filter_map(|need| match need {
        Need::Crate(name) => Some(name),
        Need::Clippy | Need::Wasm32 => None,
    });
    let name = crates.next()?;
    Some(format!(
        "It uses the crate `{name}`, which is built the first time: that may take some minutes."
    ))
}

/// The verdict without what it was found from: to have it in view beside something else.
pub(super) fn verdict_alone(sitting: &Sitting) -> Option<Says> {
    let Face::Found(found) = sitting.face() else {
        return None;
    };
    let mut says = self::found(sitting, found).says?;
    says.sentences.truncate(1);
    Some(says)
}

fn halted(sitting: &Sitting) -> Screen {
    let mut screen = bare(sitting, Word::Stopped, "You have stopped it.");
    screen.next = vec![
        Line::plain("Save, or press ")
            .and("r", Role::Strong)
            .and(" to have it looked at.", Role::Plain),
    ];
    screen
}

/// The exercise without any evidence.
fn bare(sitting: &Sitting, word: Word, sentence: &str) -> Screen {
    Screen {
        header: header::of_exercise(sitting),
        goal: sitting.lesson().goal.clone(),
        says: Some(Says {
            word,
            sentences: vec![sentence.to_owned()],
        }),
        keys: vec![
            Key::new("o", "open file"),
            Key::new("h", "hint"),
            Key::new("l", "list"),
            Key::new("?", "all keys").or("keys"),
            Key::new("q", "quit"),
        ],
        ..Screen::default()
    }
}

fn troubled(sitting: &Sitting, found: &Found, told: Told) -> Screen {
    Screen {
        header: header::of_exercise(sitting),
        goal: sitting.lesson().goal.clone(),
        says: Some(Says {
            word: told.word,
            sentences: told.sentences,
        }),
        blocks: told.blocks.into_iter().chain(notices(found)).collect(),
        next: told.next,
        keys: vec![
            Key::new("r", "look again"),
            Key::new("n", "next"),
            Key::new("o", "open file"),
            Key::new("?", "all keys").or("keys"),
            Key::new("q", "quit"),
        ],
        right: seconds(found.checked.evidence.took),
    }
}
