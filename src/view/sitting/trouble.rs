//! What is not the learner's fault.

use super::super::screen::{Block, Row, Word};
use super::super::told::Told;
use crate::check::verdict::Fault;

/// Lines of what a tool said.
const SHOWN: usize = 12;

pub(super) fn broken(fault: &Fault) -> Told {
    let mut told = Told::new(Word::Trouble, fault.what.clone());
    told.sentences
        .push("That is not your fault, and says nothing about your answer.".to_owned());
    told.blocks(raw("What the machine said", &fault.detail))
        .next(fault.remedy.clone())
}

pub(super) fn unclear(raw_text: &str) -> Told {
    let mut told = Told::new(
        Word::Trouble,
        "tutor cannot make out how this check has ended.",
    );
    told.sentences
        .push("That says nothing about your answer.".to_owned());
    told.again = true;
    told.blocks(raw("What came back", raw_text))
        .next("Press r to look again. If it stays so, please report it with what you see here.")
}

pub(super) fn skipped(missing: &str) -> Told {
    let mut told = Told::new(
        Word::Trouble,
        format!("This exercise needs {missing}, which is not here."),
    );
    told.sentences
        .push("That is not your fault: the exercise can wait.".to_owned());
    told.next("Install it and press r, or press n to go on without it.")
}

fn raw(title: &str, text: &str) -> Option<Block> {
    let mut lines = text
        .lines()
        .map(str::trim_end)
        .filter(|line| !line.is_empty())
        .peekable();
    lines.peek()?;
    let mut block = Block::words(title);
    block.rows.extend(lines.take(SHOWN).map(Row::barred));
    Some(block)
}
