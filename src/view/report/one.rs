//! The verdict on one exercise, as a block of text: the sitting's words without its keys.

use super::super::count::{counted, seconds};
use super::super::glyphs::Charset;
use super::super::layout;
use super::super::reasons;
use super::super::screen::{Block, Header, Row, Says, Screen, Word};
use super::super::text::{Line, Role};
use super::super::told::Told;
use super::Entry;
use super::words::{SHOWN, UNCLEAR, needs};
use crate::check::verdict::{Checked, Fault, FileTrouble, Notice, Reason, TestState, Verdict};
use crate::session::progress::State;
use crate::session::step::{Step, step};

/// Where the solution lies now, if the exercise was just done.
pub fn one(entry: &Entry<'_>, released: Option<&str>, width: usize) -> Vec<Line> {
    let Some(checked) = entry.checked else {
        return Vec::new();
    };
    let mut told = match &checked.verdict {
        Verdict::Passed => passed(entry, checked, released),
        Verdict::NotYet(reasons) => not_yet(entry, checked, reasons),
        Verdict::Unclear { raw } => unclear(raw),
        Verdict::Broken(fault) => broken(fault),
        Verdict::Skipped { missing } => skipped(missing),
    };
    told.blocks.extend(notices(checked));
    let mut lines = layout::flow(&screen(entry, told), width, Charset::Boxes);
    lines.insert(1, Line::default());
    lines
}

fn screen(entry: &Entry<'_>, told: Told) -> Screen {
    let left = Line::of(
        format!(" {}  {}", entry.number(), entry.title),
        Role::Strong,
    );
    let took = format!("   {}", seconds(entry.took()));
    Screen {
        header: Header {
            left: left.and(took, Role::Quiet),
            right: Vec::new(),
        },
        says: Some(Says {
            word: told.word,
            sentences: told.sentences,
        }),
        blocks: told.blocks,
        next: told.next,
        ..Screen::default()
    }
}

fn passed(entry: &Entry<'_>, checked: &Checked, released: Option<&str>) -> Told {
    let tests = checked.evidence.tests.iter();
    let passed = tests.filter(|test| test.state == TestState::Passed).count();
    let sentence = match passed {
        0 => "It is as it should be.".to_owned(),
        1 => "It compiles, and its test passes.".to_owned(),
        count => format!(
            "It compiles, and all {} pass.",
            counted(count, "test", "tests")
        ),
    };
    let mut told = Told::new(Word::Done, sentence);
    if let Some(path) = released {
        let words = Line::plain("Our solution is in  ").and(path, Role::Path);
        told.blocks.push(Block::of([Row::line(words)]));
    }
    let id = &entry.exercise().id;
    match entry.state {
        State::Done => told.next("`tutor next` goes on to the next exercise."),
        State::Todo | State::Skipped => told.next(format!("`tutor go {id}` goes to it.")),
    }
}

fn not_yet(entry: &Entry<'_>, checked: &Checked, reasons: &[Reason]) -> Told {
    let Some(reason) = reasons.first() else {
        return unclear("");
    };
    let mut told = reasons::told(reason, &entry.facts(checked));
    if told.sentences.len() == 1 {
        let relation = match entry.state {
            State::Done => Some("You have done this exercise already, and that stays so."),
            _ => step(checked, None, entry.index).and_then(relation),
        };
        told.sentences.extend(relation.map(str::to_owned));
    }
    let id = &entry.exercise().id;
    if let Some(next) = without_keys(reason, id) {
        told.next = vec![Line::plain(next)];
    } else if told.next.len() == 1 && !entry.exercise().hints.is_empty() {
        let hint = format!("Stuck? `tutor hint {id}`: the first hint is a question.");
        told.next.push(Line::plain(hint));
    }
    told
}

/// Without a check before it there are no steps forward to tell.
fn relation(step: Step) -> Option<&'static str> {
    match step {
        Step::OnPurpose => Some("All is well: this error is here on purpose, for you to mend."),
        Step::About => Some("This is the error that this exercise is about."),
        Step::Further => Some("A step further: the error before it is mended, and this is what it hid."),
        Step::Another { .. } => {
            Some("Another error than the one this exercise is about. It has to go first.")
        }
        Step::InTests => Some(
            "It stands in the tests, which stay as they are: they use what you have changed.",
        ),
        Step::Compiles | Step::MoreTests { .. } => None,
    }
}

/// What to do where the sitting would name a key.
fn without_keys(reason: &Reason, id: &str) -> Option<String> {
    let before = match reason {
        Reason::File(FileTrouble::Missing { .. }) => "Put it back where it was",
        Reason::File(FileTrouble::Empty { .. }) => "Save your text again in your editor",
        Reason::File(FileTrouble::TooLarge { .. }) => "Look whether something was pasted into it",
        Reason::Marks(miss) if miss.marks.is_empty() => {
            return Some("Open the file, mark the lines, save. Not sure? Guess: a guess is what makes the answer stick, and a wrong one costs nothing.".to_owned());
        }
        Reason::Trace(miss) if miss.lines.iter().all(|line| line.text.trim().is_empty()) => {
            return Some("Open the file, write the lines, save. Not sure? Guess: a guess is what makes the answer stick, and a wrong one costs nothing.".to_owned());
        }
        _ => return None,
    };
    Some(format!("{before}, or call `tutor reset {id}`: then it begins anew."))
}

fn unclear(raw: &str) -> Told {
    let mut told = Told::new(Word::Trouble, UNCLEAR);
    told.sentences
        .push("That says nothing about your answer.".to_owned());
    told.blocks(said("What came back", raw))
        .next("Try once more. If it stays so, please report it with what you see here.")
}

fn broken(fault: &Fault) -> Told {
    let mut told = Told::new(Word::Trouble, fault.what.clone());
    told.sentences
        .push("That is not your fault, and says nothing about your answer.".to_owned());
    told.blocks(said("What the machine said", &fault.detail))
        .next(fault.remedy.clone())
}

fn skipped(missing: &str) -> Told {
    let mut told = Told::new(Word::Trouble, needs(missing));
    told.sentences
        .push("That is not your fault: the exercise can wait.".to_owned());
    told.next("Install it and try again, or go on without it: `tutor next`.")
}

fn said(title: &str, text: &str) -> Option<Block> {
    let lines = text.lines().map(str::trim_end);
    let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).take(SHOWN).collect();
    if lines.is_empty() {
        return None;
    }
    let mut block = Block::words(title);
    block.rows.extend(lines.into_iter().map(Row::barred));
    Some(block)
}

fn notices(checked: &Checked) -> impl Iterator<Item = Block> {
    checked.evidence.notices.iter().map(|notice| {
        let lead = Line::plain(" ").and("Note", Role::Strong);
        Block::of([Row::led(lead, 10, Line::plain(notice_words(notice)))])
    })
}

/// Told beside the verdict, and no reason to refuse.
pub(super) fn notice_words(notice: &Notice) -> &'static str {
    match notice {
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
    }
}
